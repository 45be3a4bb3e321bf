package org.talon.branch.catalogue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the part {@code hours} of a catalogue; a branch without it is open round the clock. */
final class OpeningHoursReader {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

    private OpeningHoursReader() {}

    static OpeningHours read(YamlPart file) {
        Map<DayOfWeek, OpeningHours.Span> days = new EnumMap<>(DayOfWeek.class);
        if (!file.has("hours")) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, new OpeningHours.Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
            }
            return new OpeningHours(days);
        }
        Set<String> keys = new LinkedHashSet<>(Set.of("daily"));
        for (DayOfWeek day : DayOfWeek.values()) {
            keys.add(day.name().toLowerCase(Locale.ROOT));
        }
        YamlPart part = file.part("hours", keys);
        for (DayOfWeek day : DayOfWeek.values()) {
            String key = day.name().toLowerCase(Locale.ROOT);
            OpeningHours.Span span = span(part, part.has(key) ? key : "daily");
            if (span != null) {
                days.put(day, span);
            }
        }
        return new OpeningHours(days);
    }

    private static OpeningHours.@Nullable Span span(YamlPart part, String key) {
        String expected = "hours such as 09:00-18:00, or closed";
        String value = part.optionalText(key, expected, v -> v.equals("closed") || isSpan(v))
                .orElse("closed");
        return value.equals("closed") ? null : spanOf(value);
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
}
