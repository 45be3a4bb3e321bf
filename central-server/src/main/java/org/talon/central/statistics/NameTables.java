package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.talon.central.network.Server;

/** The names that branches gave. Where two branches name one id differently, always the same of them is taken. */
@ApplicationScoped
class NameTables {

    private final DataSource database;

    NameTables(DataSource database) {
        this.database = database;
    }

    Names of(List<Server> servers) {
        Map<Names.Key, String> others = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select kind, id, min(name) from branch_name group by kind, id");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                others.put(new Names.Key(row.getString(1), row.getObject(2, UUID.class)), row.getString(3));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the names cannot be read", failure);
        }
        return new Names(servers.stream().collect(Collectors.toMap(Server::id, Server::name)), others);
    }
}
