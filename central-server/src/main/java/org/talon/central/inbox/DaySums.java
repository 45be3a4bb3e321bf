package org.talon.central.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.DayDigest.Sums;

/** The figures of a day that add, as they follow from the rollups, and as one array of a table. */
final class DaySums {

    private static final String HERE = """
            select array[coalesce(sum(issued), 0), coalesce(sum(completed), 0), coalesce(sum(rejected), 0),
                         coalesce(sum(cancelled), 0), coalesce(sum(redirected), 0), coalesce(sum(expired), 0),
                         coalesce(sum(wait_sum_seconds), 0), coalesce(sum(wait_count), 0), coalesce(sum(within_target), 0),
                         coalesce(sum(service_sum_seconds), 0), coalesce(sum(service_count), 0)]::bigint[]
            from rollup where branch_id = ? and business_date = ?""";

    private DaySums() {}

    static Sums here(UUID branchId, LocalDate date, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HERE)) {
            statement.setObject(1, branchId);
            statement.setObject(2, date);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return of(row.getArray(1));
            }
        }
    }

    static Sums of(Array array) throws SQLException {
        Long[] n = (Long[]) array.getArray();
        return new Sums(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]);
    }

    /** As PostgreSQL reads it; null where there are none. */
    static @Nullable String text(@Nullable Sums sums) {
        return sums == null
                ? null
                : Stream.of(
                                sums.issued(),
                                sums.completed(),
                                sums.rejected(),
                                sums.cancelled(),
                                sums.redirected(),
                                sums.expired(),
                                sums.waitSumSeconds(),
                                sums.waitCount(),
                                sums.withinTarget(),
                                sums.serviceSumSeconds(),
                                sums.serviceCount())
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
