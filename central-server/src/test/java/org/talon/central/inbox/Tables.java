package org.talon.central.inbox;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What stands in the tables, row by row as text. */
public final class Tables {

    private Tables() {}

    public static void execute(String sql, Object... parameters) {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static List<String> rows(String sql, Object... parameters) {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return rows(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> rows(PreparedStatement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    cells.add(row.getString(column));
                }
                rows.add(String.join(" ", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    public static String value(String sql, Object... parameters) {
        return rows(sql, parameters).getFirst();
    }

    /** The first column, an id, and what the second one says of it. */
    public static Map<UUID, String> map(String sql, Object... parameters) {
        Map<UUID, String> map = new TreeMap<>();
        for (String row : rows(sql, parameters)) {
            map.put(UUID.fromString(row.substring(0, 36)), row.substring(37));
        }
        return map;
    }
}
