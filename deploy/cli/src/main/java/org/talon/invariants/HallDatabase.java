package org.talon.invariants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.talon.local.LocalPostgres;
import org.talon.report.CannotRun;

/** The branch's database, asked past the branch. */
final class HallDatabase implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;

    HallDatabase(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl, LocalPostgres.USERNAME, LocalPostgres.PASSWORD);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Something that happened, in the order of the outbox, which is the order in which the branch's locks were held. */
    record Happened(String type, JsonNode data) {}

    long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<Happened> events() {
        List<Happened> events = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select type, data from outbox order by id")) {
            while (row.next()) {
                events.add(new Happened(row.getString(1), JSON.readTree(row.getString(2))));
            }
            return events;
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static CannotRun failed(Exception e) {
        return new CannotRun("the branch's database cannot be asked: " + e.getMessage(), e);
    }
}
