package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** All that follows from a branch's events, in short: two are the same where every row is, in whatever order they lie. */
final class Fingerprint {

    /** The tables that a rebuild makes anew. */
    static final List<String> TABLES = List.of(
            "rollup",
            "rollup_wait",
            "ticket",
            "ticket_product",
            "work_place_session",
            "branch_name",
            "day_digest",
            "unread_type");

    private Fingerprint() {}

    /** Rows and sum of hashes of each table, such as {@code rollup 12:3f…}. */
    static String of(UUID branchId, Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String table : TABLES) {
            text.append(table)
                    .append(' ')
                    .append(of(table, branchId, connection))
                    .append("; ");
        }
        return text.toString().strip();
    }

    private static String of(String table, UUID branchId, Connection connection) throws SQLException {
        String sql = "select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + table
                + " t where branch_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, branchId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
