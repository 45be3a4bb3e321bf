package org.talon.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the table; how it is written is said in {@code calls.txt}.
 *
 * @param who name of the token to send; {@code nobody} for none
 * @param manner how it is sent, or what is asked for; empty for the usual
 * @param remember names, and where in the answer their values stand
 * @param same names of remembered values, and where in the answer they must stand again
 */
record Call(
        String group,
        String who,
        String method,
        String manner,
        String path,
        String parameters,
        int status,
        String shape,
        Map<String, String> remember,
        Map<String, String> same) {

    static List<Call> table(String text) {
        String[] group = {""};
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .peek(line -> group[0] = line.startsWith("= ") ? line.substring(2) : group[0])
                .filter(line -> !line.startsWith("= "))
                .map(line -> of(group[0], line))
                .toList();
    }

    private static Call of(String group, String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 5) {
            throw new IllegalStateException("a line of the table has five cells: " + line);
        }
        String[] call = cells[1].split(" ", 2);
        String[] method = call[0].split(":", 2);
        String[] answer = cells[3].split(" ", 2);
        return new Call(
                group,
                cells[0],
                method[0],
                method.length > 1 ? method[1] : "",
                call[1],
                cells[2],
                Integer.parseInt(answer[0]),
                answer[1],
                names(cells[4], "(?<!=)=(?!=)"),
                names(cells[4], "=="));
    }

    private static Map<String, String> names(String cell, String sign) {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(cell.split(";"))
                .map(part -> part.split(sign, 2))
                .filter(sides -> sides.length == 2)
                .forEach(sides -> names.put(sides[0].strip(), sides[1].strip()));
        return names;
    }
}
