package org.talon.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.talon.local.LocalPostgres;
import org.talon.report.CannotRun;

/** One connection to a server's database, as its superuser. */
final class Database implements AutoCloseable {
    private final Connection connection;

    Database(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl, LocalPostgres.USERNAME, LocalPostgres.PASSWORD);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first column of every row. */
    List<String> column(String sql, Object... parameters) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    long number(String sql, Object... parameters) {
        List<String> values = column(sql, parameters);
        return values.isEmpty() ? 0 : Long.parseLong(values.getFirst());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static CannotRun failed(Exception e) {
        return new CannotRun("the database refuses what a measurement needs: " + e.getMessage(), e);
    }
}
