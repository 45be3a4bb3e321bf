package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one statement that takes them all at once, one array a column: {@code select … from unnest(?, ?, …)}. */
final class Rows {

    private final String[] types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** @param types SQL types of the columns, with blanks between them, in the order of the statement's parameters */
    Rows(String types) {
        this.types = types.split(" ");
    }

    /** Values whose text PostgreSQL understands as their column's type. */
    void add(@Nullable Object... values) {
        if (values.length != types.length) {
            throw new IllegalArgumentException(values.length + " values for " + types.length + " columns");
        }
        rows.add(values);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    /**
     * Runs the statement with all rows; the number of rows it changed.
     *
     * @param before values of parameters that stand before the rows
     */
    int send(Connection connection, String sql, Object... before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < before.length; i++) {
                statement.setObject(i + 1, before[i]);
            }
            bind(connection, statement, before.length);
            return statement.executeUpdate();
        }
    }

    void bind(Connection connection, PreparedStatement statement, int after) throws SQLException {
        for (int column = 0; column < types.length; column++) {
            statement.setArray(after + column + 1, connection.createArrayOf(types[column], column(column)));
        }
    }

    private @Nullable Object[] column(int column) {
        return rows.stream().map(row -> row[column]).toArray();
    }
}
