package org.talon.branch.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Product;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRejected;

/**
 * One service of a ticket. Its verbs check the state, change it and return the event that tells of it; the moves are
 * those of {@link TicketProductState}. Waits and service times are whole seconds, rounded down, never below zero.
 */
@Entity
public class TicketProduct {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Ticket ticket;

    private UUID productId;

    @Enumerated(EnumType.STRING)
    private TicketProductState state;

    private int priority;
    private Instant createdAt;
    private Instant dueAt;
    private @Nullable Instant queuedAt;
    private @Nullable Instant activatedAt;
    private @Nullable Instant invitedAt;
    private @Nullable Instant operatingAt;
    private @Nullable Instant endedAt;
    private int calls;
    private @Nullable UUID workPlaceId;
    private @Nullable UUID userId;
    private @Nullable Instant firstCalledAt;

    @SuppressWarnings("UnusedVariable") // the statistics read it, in SQL
    private @Nullable UUID firstCalledWorkPlaceId;

    @SuppressWarnings("UnusedVariable") // likewise
    private @Nullable UUID firstCalledUserId;

    private @Nullable Long waitedSeconds;
    private @Nullable Boolean withinTarget;
    private long servedSeconds;

    protected TicketProduct() {}

    TicketProduct(UUID id, Ticket ticket, UUID productId, int priority, Instant at) {
        this.id = id;
        this.ticket = ticket;
        this.productId = productId;
        this.state = TicketProductState.IN_QUEUE;
        this.priority = priority;
        this.createdAt = at;
        this.dueAt = at;
        this.queuedAt = at;
        this.activatedAt = at;
    }

    public VisitorInvited inviteTo(UUID workPlace, UUID user, Product product, Instant at) {
        moveTo(TicketProductState.INVITED);
        workPlaceId = workPlace;
        userId = user;
        invitedAt = at;
        calls++;
        boolean first = firstCalledAt == null;
        if (first) {
            firstCalledAt = at;
            firstCalledWorkPlaceId = workPlace;
            firstCalledUserId = user;
            waitedSeconds = secondsBetween(queuedAt == null ? at : queuedAt, at);
            withinTarget = product.isWithinTarget(waitedSeconds);
        }
        return new VisitorInvited(
                id,
                ticket.id(),
                productId,
                workPlace,
                user,
                calls,
                first ? waitedSeconds : null,
                first ? withinTarget : null,
                at);
    }

    public ServiceStarted start(Instant at) {
        moveTo(TicketProductState.OPERATING);
        operatingAt = at;
        return new ServiceStarted(id, ticket.id(), productId, here(), byWhom(), at);
    }

    public VisitorRejected reject(Instant at) {
        end(TicketProductState.REJECTED, at);
        return new VisitorRejected(id, ticket.id(), productId, here(), byWhom(), at);
    }

    public ServiceCompleted complete(Instant at) {
        end(TicketProductState.COMPLETED, at);
        servedSeconds += secondsBetween(Objects.requireNonNull(operatingAt), at);
        return new ServiceCompleted(id, ticket.id(), productId, here(), byWhom(), servedSeconds, at);
    }

    ProductCancelled cancel(Instant at) {
        end(TicketProductState.CANCELLED, at);
        return new ProductCancelled(id, ticket.id(), productId, at);
    }

    PriorityChanged prioritise(int newPriority, Instant at) {
        if (state != TicketProductState.IN_QUEUE && state != TicketProductState.BOOKED) {
            throw new WrongState(state, TicketProductState.IN_QUEUE);
        }
        priority = newPriority;
        return new PriorityChanged(id, ticket.id(), productId, newPriority, at);
    }

    private void end(TicketProductState how, Instant at) {
        moveTo(how);
        endedAt = at;
        ticket.closeIfAllEnded(at);
    }

    private void moveTo(TicketProductState next) {
        if (!state.mayBecome(next)) {
            throw new WrongState(state, next);
        }
        state = next;
    }

    private UUID here() {
        return Objects.requireNonNull(workPlaceId);
    }

    private UUID byWhom() {
        return Objects.requireNonNull(userId);
    }

    private static long secondsBetween(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    public UUID id() {
        return id;
    }

    public Ticket ticket() {
        return ticket;
    }

    public UUID productId() {
        return productId;
    }

    public TicketProductState state() {
        return state;
    }

    int priority() {
        return priority;
    }

    /** The moments of its life and where it is, as a view shows them. */
    Life life() {
        return new Life(
                createdAt, dueAt, queuedAt, activatedAt, invitedAt, operatingAt, endedAt, workPlaceId, userId, calls);
    }

    record Life(
            Instant created,
            Instant due,
            @Nullable Instant queued,
            @Nullable Instant activated,
            @Nullable Instant invited,
            @Nullable Instant operating,
            @Nullable Instant ended,
            @Nullable UUID workPlaceId,
            @Nullable UUID userId,
            int calls) {}
}
