package org.talon.central.retention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets one process at a time look after what is kept: an advisory lock that ends with the transaction. */
final class RetentionTurn {

    private static final String TAKE = "select pg_try_advisory_xact_lock(hashtext('talon.retention'))";

    private RetentionTurn() {}

    /** @return false where another process is at it */
    static boolean isOurs(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet answer = statement.executeQuery(TAKE)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
