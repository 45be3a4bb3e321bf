package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductAdded;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ProductExpired;
import org.talon.shared.event.ProductQueued;
import org.talon.shared.event.RoutePlanned;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.TicketIssued.IssuedProduct;
import org.talon.shared.event.VisitorHeld;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRedirected;
import org.talon.shared.event.VisitorRejected;
import org.talon.shared.event.VisitorReturned;
import org.talon.shared.federation.Message.Fact;

/** How every service of every ticket stands. */
final class TicketProducts implements Projection {

    private record Key(UUID branchId, UUID id) {}

    /**
     * A priority says nothing of the state: that stays; one never heard of is taken to wait. The first call is kept: figures count the
     * wait up to it.
     */
    private static final String UPSERT = """
            insert into ticket_product as t (branch_id, id, ticket_id, product_id, state, priority, queued_at,
                                             invited_at, started_at, ended_at, work_place_id, user_id)
            select branch_id, id, ticket_id, product_id,
                   coalesce(state,
                       (select k.state from ticket_product k where k.branch_id = n.branch_id and k.id = n.id),
                       'InQueue'),
                   priority, queued_at, invited_at, started_at, ended_at, work_place_id, user_id
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n (branch_id, id, ticket_id, product_id, state,
                priority, queued_at, invited_at, started_at, ended_at, work_place_id, user_id)
            on conflict on constraint ticket_product_pk do update
            set state = excluded.state,
                priority = coalesce(excluded.priority, t.priority),
                queued_at = coalesce(excluded.queued_at, t.queued_at),
                invited_at = coalesce(t.invited_at, excluded.invited_at),
                started_at = coalesce(excluded.started_at, t.started_at),
                ended_at = coalesce(excluded.ended_at, t.ended_at),
                work_place_id = coalesce(excluded.work_place_id, t.work_place_id),
                user_id = coalesce(excluded.user_id, t.user_id)""";

    private final Map<Key, TicketProductChange> changes = new LinkedHashMap<>();

    @Override
    public void add(Fact fact) {
        if (fact.event() != null) {
            addAhead(fact.branchId(), fact.event());
        }
    }

    /** Before a visitor is called. */
    private void addAhead(UUID b, BranchEvent event) {
        switch (event) {
            case TicketIssued e -> addIssued(b, e.ticketId(), e.products(), e.at());
            case TicketBooked e -> addIssued(b, e.ticketId(), e.products(), null);
            case RoutePlanned e -> addIssued(b, e.ticketId(), e.products(), null);
            case ProductAdded e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId())
                        .hasPriority(e.priority())
                        .waitsSince(e.at());
            case ProductQueued e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).waitsSince(e.waitingSince());
            case PriorityChanged e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).hasPriority(e.priority());
            case ProductCancelled e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).ends("Cancelled", e.at());
            case ProductExpired e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).ends("Expired", e.at());
            default -> addCalled(b, event);
        }
    }

    private void addCalled(UUID b, BranchEvent event) {
        switch (event) {
            case VisitorInvited e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).isInvited(e.workPlaceId(), e.userId(), e.at());
            case ServiceStarted e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).isServed(e.workPlaceId(), e.userId(), e.at());
            case VisitorHeld e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId()).isHeld(e.workPlaceId(), e.userId());
            case ServiceCompleted e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId())
                        .ends("Completed", e.workPlaceId(), e.userId(), e.at());
            case VisitorRejected e ->
                of(b, e.ticketProductId(), e.ticketId(), e.productId())
                        .ends("Rejected", e.workPlaceId(), e.userId(), e.at());
            case VisitorRedirected e -> addRedirected(b, e);
            case VisitorReturned e -> addReturned(b, e);
            default -> {}
        }
    }

    /** @param waitingSince null where they do not wait yet */
    private void addIssued(UUID b, UUID ticketId, List<IssuedProduct> products, @Nullable Instant waitingSince) {
        for (IssuedProduct product : products) {
            TicketProductChange change = begun(b, ticketId, product);
            if (waitingSince == null) {
                change.isBooked();
            } else {
                change.waitsSince(waitingSince);
            }
        }
    }

    private void addRedirected(UUID b, VisitorRedirected e) {
        of(b, e.ticketProductId(), e.ticketId(), e.productId()).ends("Redirected", e.workPlaceId(), e.userId(), e.at());
        begun(b, e.ticketId(), e.next()).waitsSince(e.waitingSince());
    }

    private void addReturned(UUID b, VisitorReturned e) {
        TicketProductChange next = begun(b, e.ticketId(), e.next());
        if (e.workPlaceId() == null) {
            next.waitsSince(e.waitingSince());
        } else {
            next.waitsAt(e.workPlaceId(), e.waitingSince());
        }
    }

    private TicketProductChange begun(UUID branchId, UUID ticketId, IssuedProduct product) {
        return of(branchId, product.ticketProductId(), ticketId, product.productId())
                .hasPriority(product.priority());
    }

    private TicketProductChange of(UUID branchId, UUID id, UUID ticketId, UUID productId) {
        return changes.computeIfAbsent(new Key(branchId, id), unused -> new TicketProductChange(ticketId, productId));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Rows rows = new Rows("uuid uuid uuid uuid text int4 timestamptz timestamptz timestamptz timestamptz uuid uuid");
        changes.forEach((key, change) -> change.addTo(rows, key.branchId, key.id));
        if (!rows.isEmpty()) {
            rows.send(connection, UPSERT);
        }
    }
}
