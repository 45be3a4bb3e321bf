package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Makes all that a transaction reads be of one moment. Without it a visitor could be served in one table and be
 * waiting still in another.
 */
@ApplicationScoped
class Snapshot {

    private final DataSource database;

    Snapshot(DataSource database) {
        this.database = database;
    }

    /** To be called first in the transaction. */
    void begin() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        } catch (SQLException failure) {
            throw new IllegalStateException("no snapshot can be had", failure);
        }
    }
}
