package org.talon.branch.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talon.shared.http.DomainException.Kind;

/** The codes by which the branch refuses, read from its sources: nothing else holds them together. */
final class SourceCodes {

    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main", "java"), Path.of("..", "shared-contracts", "src", "main", "java"));

    /** From the kind to the end of the statement. */
    private static final Pattern OF_A_KIND = Pattern.compile("(?:DomainException\\.|[^.\\w])Kind\\.([A-Z_]+),([^;]*);");

    /** A code is the one text without a space that a refusal has. */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    /** Refusals that know their kind by themselves. */
    private static final Map<Kind, Pattern> BY_NAME = Map.of(
            Kind.REFUSED, Pattern.compile("\\brefused?\\(\\s*(\"[a-z]+-[a-z-]+\")"),
            Kind.CONFLICT, Pattern.compile("new WrongState\\(\\s*(\"[a-z]+-[a-z-]+\")"));

    private SourceCodes() {}

    static Map<String, Kind> all() {
        Map<String, Kind> codes = new TreeMap<>();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> take(file, codes));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return codes;
    }

    private static void take(Path file, Map<String, Kind> codes) {
        try {
            String source = Files.readString(file);
            OF_A_KIND
                    .matcher(source)
                    .results()
                    .forEach(refusal -> take(refusal.group(2), Kind.valueOf(refusal.group(1)), codes));
            BY_NAME.forEach((kind, refusals) ->
                    refusals.matcher(source).results().forEach(refusal -> take(refusal.group(1), kind, codes)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void take(String statement, Kind kind, Map<String, Kind> codes) {
        CODE.matcher(statement).results().forEach(code -> codes.put(code.group(1), kind));
    }
}
