package org.talon.central.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes the log's partitions before their month comes. Without one nothing is lost: its events wait in the default partition. */
@ApplicationScoped
class LogMonths {

    /** Events are taken in meanwhile: rather later than in their way. */
    private static final String DO_NOT_WAIT_LONG = "set local lock_timeout = '2s'";

    /** Years that no clock means are left where they are. */
    private static final String UNFORESEEN = """
            select min(business_date) from event_log_default where business_date >= '2000-01-01' and business_date < ?""";

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

    /** The first date before that one of which events lie in no month: of a branch that was cut off for long. */
    Optional<LocalDate> unforeseen(LocalDate before) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(UNFORESEEN)) {
            statement.setObject(1, before);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
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
