package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Grouping;
import org.talon.shared.figures.Grouping.By;
import org.talon.shared.figures.Tally;

/** Sums of the rollups for any groups. Reads within the caller's transaction. */
@ApplicationScoped
class RollupTables {

    private static final String COUNTS = """
            sum(issued), sum(completed), sum(rejected), sum(cancelled), sum(redirected), sum(expired),
            sum(wait_sum_seconds), sum(wait_count), max(max_wait_seconds), sum(within_target),
            sum(service_sum_seconds), sum(service_count)""";

    /** In the order in which rows are sorted. */
    private static final List<By> SORTED = List.of(By.DAY, By.HOUR, By.SERVER, By.PRODUCT, By.USER, By.WORK_PLACE);

    private final DataSource database;

    RollupTables(DataSource database) {
        this.database = database;
    }

    /** Figures of a period, in the order of the groups. */
    Map<Grouping.Key, Tally> of(Period period) {
        String of = "where business_date between ? and ? and (cardinality(?::uuid[]) = 0 or branch_id = any (?))";
        return sums(of, period.by(), (connection, statement) -> {
            var servers =
                    connection.createArrayOf("uuid", period.servers().ids().toArray());
            statement.setDate(1, Date.valueOf(period.days().first()));
            statement.setDate(2, Date.valueOf(period.days().last()));
            statement.setArray(3, servers);
            statement.setArray(4, servers);
        });
    }

    /** Figures of one day of each branch; the days may differ, as their time zones do. */
    Map<UUID, Tally> ofDays(Map<UUID, LocalDate> days) {
        String of = "where (branch_id, business_date) in (select * from unnest(?::uuid[], ?::date[]))";
        Map<Grouping.Key, Tally> sums = sums(of, Set.of(By.SERVER), (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", days.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("date", days.values().toArray()));
        });
        Map<UUID, Tally> byServer = new LinkedHashMap<>();
        sums.forEach((key, tally) -> byServer.put(key.serverId(), tally));
        return byServer;
    }

    private static String column(By group) {
        return switch (group) {
            case DAY -> "business_date";
            case HOUR -> "hour";
            case SERVER -> "branch_id";
            case PRODUCT -> "product_id";
            case USER -> "user_id";
            case WORK_PLACE -> "work_place_id";
        };
    }

    private interface Binder {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private Map<Grouping.Key, Tally> sums(String of, Set<By> groups, Binder binder) {
        String columns = SORTED.stream()
                .filter(groups::contains)
                .map(RollupTables::column)
                .collect(Collectors.joining(", "));
        String counts = "select " + columns + ", " + COUNTS + " from rollup " + of + " group by " + columns
                + " order by " + columns;
        String waits = "select " + columns + ", bucket, sum(count) from rollup_wait " + of + " group by " + columns
                + ", bucket";
        Map<Grouping.Key, Tally> sums = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement countsOf = connection.prepareStatement(counts);
                PreparedStatement waitsOf = connection.prepareStatement(waits)) {
            binder.bind(connection, countsOf);
            binder.bind(connection, waitsOf);
            addCounts(sums, groups, countsOf);
            addWaits(sums, groups, waitsOf);
            return sums;
        } catch (SQLException failure) {
            throw new IllegalStateException("the rollups cannot be read", failure);
        }
    }

    private static void addCounts(Map<Grouping.Key, Tally> sums, Set<By> groups, PreparedStatement statement)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tallyOf(sums, groups, row).addStored(countsOf(row, groups.size()));
            }
        }
    }

    private static void addWaits(Map<Grouping.Key, Tally> sums, Set<By> groups, PreparedStatement statement)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tallyOf(sums, groups, row).addBucket(row.getInt(groups.size() + 1), row.getLong(groups.size() + 2));
            }
        }
    }

    private static Tally tallyOf(Map<Grouping.Key, Tally> sums, Set<By> groups, ResultSet row) throws SQLException {
        return sums.computeIfAbsent(keyOf(groups, row), unused -> new Tally());
    }

    private static Grouping.Key keyOf(Set<By> groups, ResultSet row) throws SQLException {
        return new Grouping.Key(
                value(groups, By.DAY, row, LocalDate.class),
                value(groups, By.HOUR, row, Integer.class),
                value(groups, By.SERVER, row, UUID.class),
                value(groups, By.PRODUCT, row, UUID.class),
                value(groups, By.USER, row, UUID.class),
                value(groups, By.WORK_PLACE, row, UUID.class));
    }

    private static <T> @Nullable T value(Set<By> groups, By group, ResultSet row, Class<T> type) throws SQLException {
        return groups.contains(group) ? row.getObject(column(group), type) : null;
    }

    /** @param before the number of columns before the counts */
    private static Tally.Counts countsOf(ResultSet row, int before) throws SQLException {
        return new Tally.Counts(
                row.getLong(before + 1),
                row.getLong(before + 2),
                row.getLong(before + 3),
                row.getLong(before + 4),
                row.getLong(before + 5),
                row.getLong(before + 6),
                row.getLong(before + 7),
                row.getLong(before + 8),
                row.getLong(before + 9),
                row.getLong(before + 10),
                row.getLong(before + 11),
                row.getLong(before + 12));
    }
}
