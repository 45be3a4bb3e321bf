package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.federation.Message.Fact;

/** What is printed on every ticket, and when. */
final class Tickets implements Projection {

    private static final String INSERT = """
            insert into ticket (branch_id, id, prefix, number, created_at, booked_for)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict on constraint ticket_pk do nothing""";

    private final Rows rows = new Rows("uuid uuid text int4 timestamptz timestamptz");

    @Override
    public void add(Fact fact) {
        switch (fact.event()) {
            case TicketIssued e -> add(fact.branchId(), e.ticketId(), e.prefix(), e.number(), e.at(), null);
            case TicketBooked e -> add(fact.branchId(), e.ticketId(), e.prefix(), e.number(), e.at(), e.bookedFor());
            case null, default -> {}
        }
    }

    private void add(UUID branchId, UUID id, String prefix, int number, Instant at, @Nullable Instant bookedFor) {
        rows.add(branchId, id, prefix, number, at, bookedFor);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        if (!rows.isEmpty()) {
            rows.send(connection, INSERT);
        }
    }
}
