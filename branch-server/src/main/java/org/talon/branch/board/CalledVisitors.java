package org.talon.branch.board;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.talon.branch.ticket.TicketNumber;
import org.talon.branch.ticket.TicketProductState;

/** Reads who is called and who is served in the whole branch, by whichever of its processes: one query for all boards. */
@ApplicationScoped
class CalledVisitors {

    private static final String NEWEST_CALL_FIRST = """
            select p.id, p.ticket_id, t.prefix, t.number, p.state, w.id, w.name, s.id, s.name, p.invited_at, p.calls
            from ticket_product p
            join ticket t on t.id = p.ticket_id
            join work_place w on w.id = p.work_place_id
            join product s on s.id = p.product_id
            where p.state in ('INVITED', 'OPERATING')
            order by p.last_called_at desc, p.id desc""";

    private final AgroalDataSource database;

    CalledVisitors(AgroalDataSource database) {
        this.database = database;
    }

    List<CalledVisitor> newestCallFirst() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST_CALL_FIRST);
                ResultSet row = statement.executeQuery()) {
            List<CalledVisitor> visitors = new ArrayList<>();
            while (row.next()) {
                visitors.add(visitor(row));
            }
            return visitors;
        } catch (SQLException failed) {
            throw new IllegalStateException("who is called could not be read: " + failed.getMessage(), failed);
        }
    }

    private static CalledVisitor visitor(ResultSet row) throws SQLException {
        return new CalledVisitor(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new TicketNumber(row.getString(3), row.getInt(4)),
                TicketProductState.valueOf(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getInt(11));
    }
}
