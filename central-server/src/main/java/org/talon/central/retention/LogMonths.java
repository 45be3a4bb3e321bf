package org.talon.central.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Makes the log's partitions before their month comes. Without one nothing is lost: its events wait in the default partition. */
@ApplicationScoped
class LogMonths {

    /** Events are taken in meanwhile: rather later than in their way. */
    private static final String DO_NOT_WAIT_LONG = "set local lock_timeout = '2s'";

    private final DataSource database;

    LogMonths(DataSource database) {
        this.database = database;
    }

    /** @return whether it was made now */
    @Transactional(rollbackOn = Exception.class)
    boolean make(LocalDate day) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement patience = connection.createStatement()) {
            patience.execute(DO_NOT_WAIT_LONG);
            return RetentionTurn.isOurs(connection) && make(day, connection);
        }
    }

    private static boolean make(LocalDate day, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select event_log_make_month(?)")) {
            statement.setObject(1, day);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
