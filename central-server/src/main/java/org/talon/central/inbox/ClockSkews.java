package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The branches whose clocks are wrong. */
@ApplicationScoped
public class ClockSkews {

    /** One that head office has removed is nobody's trouble any more. */
    private static final String SKEWED = """
            select c.branch_id, c.skew_millis / 1000
            from branch_clock c join branch_position p using (branch_id)
            where c.skew_millis is not null and p.standing <> 'Removed'""";

    private final DataSource database;

    ClockSkews(DataSource database) {
        this.database = database;
    }

    /** By how many seconds, above zero where a clock is ahead; a branch whose clock is right is not in it. */
    public Map<UUID, Long> all() {
        Map<UUID, Long> skews = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SKEWED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                skews.put(row.getObject(1, UUID.class), row.getLong(2));
            }
            return skews;
        } catch (SQLException failure) {
            throw new IllegalStateException("the clocks of the branches cannot be read", failure);
        }
    }
}
