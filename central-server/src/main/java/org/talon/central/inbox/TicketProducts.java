package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Message.Fact;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRejected;

/** How every service of every ticket stands. */
final class TicketProducts implements Projection {

    /** What a batch says of one service; null is what it does not say. */
    private record Change(
            UUID branchId,
            UUID id,
            UUID ticketId,
            UUID productId,
            String state,
            @Nullable Integer priority,
            @Nullable Instant queuedAt,
            @Nullable Instant invitedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable UUID workPlaceId,
            @Nullable UUID userId) {

        Change then(Change later) {
            return new Change(
                    branchId,
                    id,
                    ticketId,
                    productId,
                    later.state,
                    either(later.priority, priority),
                    either(later.queuedAt, queuedAt),
                    either(later.invitedAt, invitedAt),
                    either(later.startedAt, startedAt),
                    either(later.endedAt, endedAt),
                    either(later.workPlaceId, workPlaceId),
                    either(later.userId, userId));
        }

        private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
            return one == null ? other : one;
        }
    }

    private record Key(UUID branchId, UUID id) {}

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
        UUID branch = fact.branchId();
        BranchEvent event = fact.event();
        if (event instanceof TicketIssued e) {
            e.products().forEach(product -> put(issued(branch, e, product)));
        } else if (event instanceof PriorityChanged e) {
            put(new Change(
                    branch,
                    e.ticketProductId(),
                    e.ticketId(),
                    e.productId(),
                    "InQueue",
                    e.priority(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        } else if (event instanceof ProductCancelled e) {
            put(new Change(
                    branch,
                    e.ticketProductId(),
                    e.ticketId(),
                    e.productId(),
                    "Cancelled",
                    null,
                    null,
                    null,
                    null,
                    e.at(),
                    null,
                    null));
        } else {
            addServed(branch, event);
        }
    }

    private void addServed(UUID branch, @Nullable BranchEvent event) {
        if (event instanceof VisitorInvited e) {
            put(new Change(
                    branch,
                    e.ticketProductId(),
                    e.ticketId(),
                    e.productId(),
                    "Invited",
                    null,
                    null,
                    e.at(),
                    null,
                    null,
                    e.workPlaceId(),
                    e.userId()));
        } else if (event instanceof ServiceStarted e) {
            put(new Change(
                    branch,
                    e.ticketProductId(),
                    e.ticketId(),
                    e.productId(),
                    "Operating",
                    null,
                    null,
                    null,
                    e.at(),
                    null,
                    e.workPlaceId(),
                    e.userId()));
        } else if (event instanceof ServiceCompleted e) {
            put(new Change(
                    branch,
                    e.ticketProductId(),
                    e.ticketId(),
                    e.productId(),
                    "Completed",
                    null,
                    null,
                    null,
                    null,
                    e.at(),
                    e.workPlaceId(),
                    e.userId()));
        } else if (event instanceof VisitorRejected e) {
            put(new Change(
                    branch,
                    e.ticketProductId(),
                    e.ticketId(),
                    e.productId(),
                    "Rejected",
                    null,
                    null,
                    null,
                    null,
                    e.at(),
                    e.workPlaceId(),
                    e.userId()));
        }
    }

    private static Change issued(UUID branch, TicketIssued e, TicketIssued.IssuedProduct product) {
        return new Change(
                branch,
                product.ticketProductId(),
                e.ticketId(),
                product.productId(),
                "InQueue",
                product.priority(),
                e.at(),
                null,
                null,
                null,
                null,
                null);
    }

    private void put(Change change) {
        changes.merge(new Key(change.branchId, change.id), change, Change::then);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Rows rows = new Rows(
                "uuid",
                "uuid",
                "uuid",
                "uuid",
                "text",
                "int4",
                "timestamptz",
                "timestamptz",
                "timestamptz",
                "timestamptz",
                "uuid",
                "uuid");
        changes.values()
                .forEach(c -> rows.add(
                        c.branchId,
                        c.id,
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
