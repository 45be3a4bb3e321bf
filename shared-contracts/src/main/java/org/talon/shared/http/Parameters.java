package org.talon.shared.http;

import static java.util.stream.Collectors.joining;
import static org.talon.shared.http.DomainException.badParameter;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a call, wherever they stood: query string, form body or JSON object body. Names are
 * case-insensitive. A value that does not fit is refused with its name and what was expected.
 */
public final class Parameters {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final DateTimeFormatter DOTTED =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:-]([0-5]?\\d)");

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public static Parameters none() {
        return new Parameters();
    }

    public static Parameters ofQuery(UriInfo uri) {
        Parameters parameters = new Parameters();
        uri.getQueryParameters().forEach((name, all) -> all.forEach(value -> parameters.add(name, value)));
        return parameters;
    }

    void add(String name, String value) {
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /** The value, trimmed; empty where it is absent or blank. */
    public Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .findFirst();
    }

    /** The value to the letter, as a password needs it. */
    public String secret(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** Every value of a repeated or comma-separated parameter, in order. */
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public Optional<Integer> integer(String name, int min, int max) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // falls through to the one refusal for both
            }
            throw badParameter(name, "expected a whole number from " + min + " to " + max);
        });
    }

    public int requiredInteger(String name, int min, int max) {
        return integer(name, min, max).orElseThrow(() -> missing(name));
    }

    /** {@code true} or {@code 1}; {@code false}, {@code 0} or absent. */
    public boolean flag(String name) {
        return text(name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw badParameter(name, "expected true or false");
                })
                .orElse(false);
    }

    public Optional<UUID> guid(String name) {
        return text(name).map(value -> guid(name, value));
    }

    /** A GUID in any case. Java's own parser takes short forms such as {@code 1-1-1-1-1} too; we do not. */
    public static UUID guid(String name, String value) {
        if (!GUID.matcher(value).matches()) {
            throw badParameter(name, "expected a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e");
        }
        return UUID.fromString(value);
    }

    public LocalDate requiredDate(String name) {
        return date(name, requiredText(name));
    }

    /** {@code dd.MM.yyyy} with or without padding, or {@code yyyy-MM-dd}. */
    public static LocalDate date(String name, String value) {
        try {
            LocalDate date = value.indexOf('.') > 0 ? LocalDate.parse(value, DOTTED) : LocalDate.parse(value);
            // Java's parsers take signed years of up to nine digits too; no database does.
            if (date.getYear() > 0 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // falls through to the one refusal for both
        }
        throw badParameter(name, "expected a date such as 23.11.2026 or 2026-11-23");
    }

    /** {@code H:mm} with or without padding, also of the minutes, or {@code HH-mm}. */
    public static LocalTime time(String name, String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            throw badParameter(name, "expected a time such as 9:30, 09:30 or 09-30");
        }
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
    }

    /** All of them in one text, the same wherever they stood and however their names were written. */
    public String canonical() {
        return values.entrySet().stream()
                .flatMap(named -> named.getValue().stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(value -> encoded(named.getKey().toLowerCase(Locale.ROOT)) + "=" + encoded(value)))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static DomainException missing(String name) {
        return badParameter(name, "is required");
    }
}
