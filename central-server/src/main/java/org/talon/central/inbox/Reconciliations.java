package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The last comparison of every date of every branch. */
@ApplicationScoped
public class Reconciliations {

    private static final String BETWEEN = """
            select branch_id, business_date, branch_events, branch_hash, centre_events, centre_hash, difference, said_at
            from reconciliation
            where branch_id = any (?) and business_date between ? and ?
            order by business_date desc, branch_id""";

    private final DataSource database;

    Reconciliations(DataSource database) {
        this.database = database;
    }

    public List<Reconciliation> of(Collection<UUID> branches, LocalDate first, LocalDate last) {
        List<Reconciliation> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            statement.setArray(1, connection.createArrayOf("uuid", branches.toArray()));
            statement.setObject(2, first);
            statement.setObject(3, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Reconciliation(
                            row.getObject(1, UUID.class),
                            row.getObject(2, LocalDate.class),
                            row.getLong(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getObject(8, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("the reconciliations cannot be read", failure);
        }
    }
}
