package org.talon.shared.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds figures up by the groups that a history is asked for; what is not grouped by is null in a row's key. */
public final class Grouping {

    /** What figures may be grouped by. */
    public enum By {
        DAY("day"),
        HOUR("hour"),
        PRODUCT("product"),
        USER("user"),
        WORK_PLACE("workPlace"),
        SERVER("server");

        private final String wireName;

        By(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** A group: its figures are of this date, hour and so on, as far as they are asked for. */
    public record Key(
            @Nullable LocalDate date,
            @Nullable Integer hour,
            @Nullable UUID serverId,
            @Nullable UUID productId,
            @Nullable UUID userId,
            @Nullable UUID workPlaceId) {}

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::date, nullsFirst())
            .thenComparing(Key::hour, nullsFirst())
            .thenComparing(Key::serverId, nullsFirst())
            .thenComparing(Key::productId, nullsFirst())
            .thenComparing(Key::userId, nullsFirst())
            .thenComparing(Key::workPlaceId, nullsFirst());

    private final Set<By> by;
    private final TreeMap<Key, Tally> groups = new TreeMap<>(ORDER);

    public Grouping(Set<By> by) {
        this.by = Set.copyOf(by);
    }

    /**
     * Reads names such as {@code day} and {@code workPlace}, in any case.
     *
     * @throws IllegalArgumentException with what was expected, where a name is not among those offered
     */
    public static Set<By> parse(List<String> names, Set<By> offered) {
        Set<By> by = EnumSet.noneOf(By.class);
        for (String name : names) {
            by.add(offered.stream()
                    .filter(b -> b.wireName.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected some of " + names(offered))));
        }
        return by;
    }

    private static String names(Set<By> offered) {
        return Arrays.stream(By.values())
                .filter(offered::contains)
                .map(By::wireName)
                .collect(Collectors.joining(", "));
    }

    /** Adds figures of a branch; {@code server} is null where there is only one. */
    public BiConsumer<FigureKey, Tally> of(@Nullable UUID server) {
        return (key, tally) -> groups.computeIfAbsent(group(server, key), unused -> new Tally())
                .add(tally);
    }

    public Map<Key, Tally> groups() {
        return groups;
    }

    private Key group(@Nullable UUID server, FigureKey key) {
        return new Key(
                by.contains(By.DAY) ? key.date() : null,
                by.contains(By.HOUR) ? key.hour() : null,
                by.contains(By.SERVER) ? server : null,
                by.contains(By.PRODUCT) ? key.productId() : null,
                by.contains(By.USER) ? key.userId() : null,
                by.contains(By.WORK_PLACE) ? key.workPlaceId() : null);
    }

    private static <T extends Comparable<? super T>> Comparator<@Nullable T> nullsFirst() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }
}
