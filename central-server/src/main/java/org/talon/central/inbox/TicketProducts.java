package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Message.Fact;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRejected;

/** How every service of every ticket stands. */
final class TicketProducts implements Projection {

    private record Key(UUID branchId, UUID id) {}

    /** What a batch says of one service; null is what it does not say. */
    private static final class Change {
        final UUID ticketId;
        final UUID productId;
        String state = "";

        @Nullable Integer priority;

        @Nullable Instant queuedAt;

        @Nullable Instant invitedAt;

        @Nullable Instant startedAt;

        @Nullable Instant endedAt;

        @Nullable UUID workPlaceId;

        @Nullable UUID userId;

        Change(UUID ticketId, UUID productId) {
            this.ticketId = ticketId;
            this.productId = productId;
        }

        Change served(UUID workPlace, UUID user) {
            workPlaceId = workPlace;
            userId = user;
            return this;
        }
    }

    private static final String UPSERT = """
            insert into ticket_product as t (branch_id, id, ticket_id, product_id, state, priority, queued_at,
                                             invited_at, started_at, ended_at, work_place_id, user_id)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint ticket_product_pk do update
            set state = excluded.state,
                priority = coalesce(excluded.priority, t.priority),
                queued_at = coalesce(excluded.queued_at, t.queued_at),
                invited_at = coalesce(excluded.invited_at, t.invited_at),
                started_at = coalesce(excluded.started_at, t.started_at),
                ended_at = coalesce(excluded.ended_at, t.ended_at),
                work_place_id = coalesce(excluded.work_place_id, t.work_place_id),
                user_id = coalesce(excluded.user_id, t.user_id)""";

    private final Map<Key, Change> changes = new LinkedHashMap<>();

    @Override
    public void add(Fact fact) {
        UUID b = fact.branchId();
        switch (fact.event()) {
            case TicketIssued e -> e.products().forEach(product -> addIssued(b, e, product));
            case PriorityChanged e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId(), "InQueue").priority = e.priority();
            case ProductCancelled e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId(), "Cancelled").endedAt = e.at();
            case VisitorInvited e -> {
                Change change = of(b, e.ticketProductId(), e.ticketId(), e.productId(), "Invited");
                change.served(e.workPlaceId(), e.userId()).invitedAt = e.at();
            }
            case ServiceStarted e -> {
                Change change = of(b, e.ticketProductId(), e.ticketId(), e.productId(), "Operating");
                change.served(e.workPlaceId(), e.userId()).startedAt = e.at();
            }
            case ServiceCompleted e -> {
                Change change = of(b, e.ticketProductId(), e.ticketId(), e.productId(), "Completed");
                change.served(e.workPlaceId(), e.userId()).endedAt = e.at();
            }
            case VisitorRejected e -> {
                Change change = of(b, e.ticketProductId(), e.ticketId(), e.productId(), "Rejected");
                change.served(e.workPlaceId(), e.userId()).endedAt = e.at();
            }
            case null, default -> {}
        }
    }

    private void addIssued(UUID branchId, TicketIssued e, TicketIssued.IssuedProduct product) {
        Change change = of(branchId, product.ticketProductId(), e.ticketId(), product.productId(), "InQueue");
        change.priority = product.priority();
        change.queuedAt = e.at();
    }

    private Change of(UUID branchId, UUID id, UUID ticketId, UUID productId, String state) {
        Change change = changes.computeIfAbsent(new Key(branchId, id), unused -> new Change(ticketId, productId));
        change.state = state;
        return change;
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Rows rows = new Rows("uuid uuid uuid uuid text int4 timestamptz timestamptz timestamptz timestamptz uuid uuid");
        changes.forEach((key, c) -> rows.add(
                key.branchId,
                key.id,
                c.ticketId,
                c.productId,
                c.state,
                c.priority,
                c.queuedAt,
                c.invitedAt,
                c.startedAt,
                c.endedAt,
                c.workPlaceId,
                c.userId));
        if (!rows.isEmpty()) {
            rows.send(connection, UPSERT);
        }
    }
}
