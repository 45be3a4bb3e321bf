package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.talon.shared.figures.Tally;

/** Sums of the rollups for any groups. Reads within the caller's transaction. */
@ApplicationScoped
class RollupTables {

    private static final String COUNTS = """
            sum(issued), sum(completed), sum(rejected), sum(cancelled), sum(redirected), sum(expired),
            sum(wait_sum_seconds), sum(wait_count), max(max_wait_seconds), sum(within_target),
            sum(service_sum_seconds), sum(service_count)""";

    private final DataSource database;

    RollupTables(DataSource database) {
        this.database = database;
    }

    /** Figures of a period, in the order of the groups. */
    Map<GroupKey, Tally> of(Period period) {
        String of = "where business_date between ? and ? and (cardinality(?::uuid[]) = 0 or branch_id = any (?))";
        return sums(of, period.groups(), (connection, statement) -> {
            var servers = connection.createArrayOf("uuid", period.servers().toArray());
            statement.setDate(1, Date.valueOf(period.start()));
            statement.setDate(2, Date.valueOf(period.end()));
            statement.setArray(3, servers);
            statement.setArray(4, servers);
        });
    }

    /** Figures of one day of each branch; the days may differ, as their time zones do. */
    Map<UUID, Tally> ofDays(Map<UUID, LocalDate> days) {
        String of = "where (branch_id, business_date) in (select * from unnest(?::uuid[], ?::date[]))";
        Map<GroupKey, Tally> sums = sums(of, Set.of(Group.SERVER), (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", days.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("date", days.values().toArray()));
        });
        Map<UUID, Tally> byServer = new LinkedHashMap<>();
        sums.forEach((key, tally) -> byServer.put(key.serverId(), tally));
        return byServer;
    }

    private interface Binder {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private Map<GroupKey, Tally> sums(String of, Set<Group> groups, Binder binder) {
        String columns = groups.stream().sorted().map(group -> group.column).collect(Collectors.joining(", "));
        String counts = "select " + columns + ", " + COUNTS + " from rollup " + of + " group by " + columns
                + " order by " + columns;
        String waits = "select " + columns + ", bucket, sum(count) from rollup_wait " + of + " group by " + columns
                + ", bucket";
        Map<GroupKey, Tally> sums = new LinkedHashMap<>();
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

    private static void addCounts(Map<GroupKey, Tally> sums, Set<Group> groups, PreparedStatement statement)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tallyOf(sums, groups, row).addStored(countsOf(row, groups.size()));
            }
        }
    }

    private static void addWaits(Map<GroupKey, Tally> sums, Set<Group> groups, PreparedStatement statement)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tallyOf(sums, groups, row).addBucket(row.getInt(groups.size() + 1), row.getLong(groups.size() + 2));
            }
        }
    }

    private static Tally tallyOf(Map<GroupKey, Tally> sums, Set<Group> groups, ResultSet row) throws SQLException {
        return sums.computeIfAbsent(keyOf(groups, row), unused -> new Tally());
    }

    private static GroupKey keyOf(Set<Group> groups, ResultSet row) throws SQLException {
        return new GroupKey(
                value(groups, Group.DAY, row, LocalDate.class),
                value(groups, Group.HOUR, row, Integer.class),
                value(groups, Group.SERVER, row, UUID.class),
                value(groups, Group.PRODUCT, row, UUID.class),
                value(groups, Group.USER, row, UUID.class),
                value(groups, Group.WORK_PLACE, row, UUID.class));
    }

    private static <T> @Nullable T value(Set<Group> groups, Group group, ResultSet row, Class<T> type)
            throws SQLException {
        return groups.contains(group) ? row.getObject(group.column, type) : null;
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
