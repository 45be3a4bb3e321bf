package org.talon.local.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL server of this test run; {@code server} is a JDBC address that ends before the name of the database. */
public record TestPostgres(String server, String username, String password) {

    /** Creates an empty database under a random name; its JDBC address. */
    public String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = dataSource(server + "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return server + name;
        } catch (SQLException e) {
            throw new IllegalStateException("No database for this test: " + e.getMessage(), e);
        }
    }

    public DataSource dataSource(String jdbcUrl) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }
}
