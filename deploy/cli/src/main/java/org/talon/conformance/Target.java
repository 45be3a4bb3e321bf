package org.talon.conformance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the kit has to know of a branch: logins, devices, services. All of it can be given; by default the demonstration's. */
record Target(Map<String, String> values) {

    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static final Map<String, String> DEMO = Map.ofEntries(
            Map.entry("admin", "admin"),
            Map.entry("adminPassword", "admin-demo"),
            Map.entry("root", "root"),
            Map.entry("rootPassword", "admin-demo"),
            Map.entry("kioskToken", "kiosk-1-demo"),
            Map.entry("place", "wp-1"),
            Map.entry("place2", "wp-2"),
            Map.entry("operator", "op1"),
            Map.entry("operator2", "op2"),
            Map.entry("operator3", "op3"),
            Map.entry("operatorPassword", "demo"),
            Map.entry("product", "117"),
            Map.entry("product2", "118"),
            Map.entry("bookable", "119"),
            Map.entry("board", "board-1"),
            Map.entry("console", "survey-1"));

    /** @param today on the branch's own calendar */
    static Target of(Map<String, String> given, LocalDate today) {
        Map<String, String> values = new LinkedHashMap<>(DEMO);
        values.putAll(given);
        values.put("unknown", "0f8fad5b-d9cb-469f-a165-70867728950e");
        values.put("key", UUID.randomUUID().toString());
        values.put("today", today.toString());
        values.put("todayWithDots", DOTTED.format(today));
        values.put("tomorrow", today.plusDays(1).toString());
        values.put("tomorrowWithDots", DOTTED.format(today.plusDays(1)));
        return new Target(values);
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
