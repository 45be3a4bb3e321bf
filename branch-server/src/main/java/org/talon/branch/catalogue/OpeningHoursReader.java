package org.talon.branch.catalogue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a part {@code hours} of a catalogue. */
final class OpeningHoursReader {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

    private OpeningHoursReader() {}

    /** Of a branch; one without them is open round the clock. */
    static OpeningHours read(YamlPart file) {
        OpeningHours hours = readOptional(file);
        if (hours != null) {
            return hours;
        }
        Map<DayOfWeek, OpeningHours.Span> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, new OpeningHours.Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        }
        return new OpeningHours(days, Map.of());
    }

    /** Null where the part has none of its own. */
    static @Nullable OpeningHours readOptional(YamlPart above) {
        if (!above.has("hours")) {
            return null;
        }
        Set<String> keys = new LinkedHashSet<>(Set.of("daily", "dates"));
        for (DayOfWeek day : DayOfWeek.values()) {
            keys.add(keyOf(day));
        }
        YamlPart part = above.part("hours", keys);
        return new OpeningHours(week(part), dates(part));
    }

    private static Map<DayOfWeek, OpeningHours.Span> week(YamlPart part) {
        Map<DayOfWeek, OpeningHours.Span> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            span(part, part.has(keyOf(day)) ? keyOf(day) : "daily").ifPresent(span -> days.put(day, span));
        }
        return days;
    }

    private static Map<LocalDate, Optional<OpeningHours.Span>> dates(YamlPart part) {
        Map<LocalDate, Optional<OpeningHours.Span>> dates = new TreeMap<>();
        if (part.has("dates")) {
            YamlPart list = part.partWithKeys("dates", "dates such as 2026-12-31", OpeningHoursReader::isDate);
            list.keys().forEach(date -> dates.put(LocalDate.parse(date), span(list, date)));
        }
        return dates;
    }

    private static Optional<OpeningHours.Span> span(YamlPart part, String key) {
        String expected = "hours such as 09:00-18:00, or closed";
        String value = part.optionalText(key, expected, v -> v.equals("closed") || isSpan(v))
                .orElse("closed");
        return value.equals("closed") ? Optional.empty() : Optional.ofNullable(spanOf(value));
    }

    private static boolean isSpan(String value) {
        OpeningHours.Span span = spanOf(value);
        return span != null
                && (span.to().equals(LocalTime.MIDNIGHT) || span.from().isBefore(span.to()));
    }

    private static OpeningHours.@Nullable Span spanOf(String value) {
        Matcher span = SPAN.matcher(value);
        try {
            return span.matches() ? new OpeningHours.Span(time(span.group(1)), time(span.group(2))) : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static String keyOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
