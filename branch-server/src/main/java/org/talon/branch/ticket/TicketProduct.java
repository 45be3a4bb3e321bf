package org.talon.branch.ticket;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ProductExpired;
import org.talon.shared.event.ProductQueued;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued.IssuedProduct;
import org.talon.shared.event.VisitorHeld;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRedirected;
import org.talon.shared.event.VisitorRejected;
import org.talon.shared.time.Ids;

/**
 * One service of a ticket. Its verbs check the state, change it and return what tells of it; the moves are those of
 * {@link TicketProductState}. Waits and service times are whole seconds, rounded down, never below zero.
 */
// Aims are lifted without the ticket's lock: whoever changes something else must not write the old one back.
@DynamicUpdate
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
    private int targetSeconds;

    @SuppressWarnings("UnusedVariable") // the statistics read it, in SQL
    private boolean issued;

    private @Nullable UUID chain;
    private int step;
    private Instant createdAt;
    private Instant dueAt;
    private @Nullable Instant bookedFor;
    private boolean late;
    private @Nullable Instant queuedAt;
    private @Nullable Instant activatedAt;
    private @Nullable Instant invitedAt;
    private @Nullable Instant operatingAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant lastCalledAt;
    private int calls;
    private @Nullable UUID workPlaceId;
    private @Nullable UUID userId;

    @Embedded
    private @Nullable FirstCall firstCall;

    private long servedSeconds;

    @Embedded
    private @Nullable Aim aim;

    @Convert(converter = DataFieldsColumn.class)
    private List<DataField> dataFields;

    protected TicketProduct() {}

    /** One that does not wait yet. */
    TicketProduct(UUID id, Ticket ticket, UUID productId, int targetSeconds, int priority, Instant at) {
        this.id = id;
        this.ticket = ticket;
        this.productId = productId;
        this.targetSeconds = targetSeconds;
        this.state = TicketProductState.BOOKED;
        this.priority = priority;
        this.issued = true;
        this.createdAt = at;
        this.dueAt = at;
        this.dataFields = List.of();
    }

    TicketProduct with(List<DataField> fields) {
        dataFields = fields;
        return this;
    }

    /** A step of a route; the first one is 0. */
    TicketProduct inRoute(@Nullable UUID route, int itsStep) {
        chain = route;
        step = itsStep;
        return this;
    }

    TicketProduct bookedFor(Instant time) {
        bookedFor = time;
        dueAt = time;
        return this;
    }

    /** What follows another part, or comes after what followed it: it keeps the first queueing and the place in the route. */
    TicketProduct following(TicketProduct before, Aim whereTo, Instant at) {
        state = TicketProductState.IN_QUEUE;
        issued = false;
        aim = whereTo;
        chain = before.chain;
        step = before.step;
        activatedAt = at;
        // Of a booking whose visitor came early, the booked time: from then on his wait counts.
        queuedAt = before.waitingSince();
        dueAt = before.waitingSince();
        dataFields = before.dataFields;
        return this;
    }

    /** Waits in the personal queue of a workplace, from now on. */
    TicketProduct heldAt(UUID place, Instant at) {
        state = TicketProductState.HELD;
        workPlaceId = place;
        dueAt = at;
        return this;
    }

    /** Waits from now on; where booked, the wait counts from the booked time, or from now where that is long over. */
    ProductQueued queue(boolean tooLate, Instant at) {
        moveTo(TicketProductState.IN_QUEUE);
        activatedAt = at;
        queuedAt = at;
        late = tooLate;
        dueAt = bookedFor == null || tooLate ? at : bookedFor;
        return new ProductQueued(id, ticket.id(), productId, waitingSince(), at);
    }

    /** A booked visitor came; later than so much after his time he waits like one without a booking. */
    ProductQueued arrive(Duration mostLate, Instant at) {
        return queue(bookedFor != null && at.isAfter(bookedFor.plus(mostLate)), at);
    }

    public VisitorInvited inviteTo(UUID workPlace, UUID user, Instant at) {
        moveTo(TicketProductState.INVITED);
        ticket.visitorGoes();
        workPlaceId = workPlace;
        userId = user;
        invitedAt = at;
        if (firstCall != null) {
            return called(null, null, at);
        }
        long waited = secondsBetween(waitingSince(), at);
        firstCall = new FirstCall(at, workPlace, user, waited, waited <= targetSeconds);
        return called(waited, firstCall.withinTarget(), at);
    }

    /** Calls once more a visitor who has not come yet. */
    public VisitorInvited recall(Instant at) {
        if (state != TicketProductState.INVITED) {
            throw WrongState.notCalled(state);
        }
        return called(null, null, at);
    }

    private VisitorInvited called(@Nullable Long waited, @Nullable Boolean inTarget, Instant at) {
        calls++;
        lastCalledAt = at;
        return new VisitorInvited(id, ticket.id(), productId, here(), byWhom(), calls, waited, inTarget, at);
    }

    public ServiceStarted start(Instant at) {
        moveTo(TicketProductState.OPERATING);
        operatingAt = at;
        return new ServiceStarted(id, ticket.id(), productId, here(), byWhom(), at);
    }

    public List<BranchEvent> reject(Ids ids, Instant at) {
        end(TicketProductState.REJECTED, at);
        return ticket.goOn(this, new VisitorRejected(id, ticket.id(), productId, here(), byWhom(), at), ids, at);
    }

    public List<BranchEvent> complete(Ids ids, Instant at) {
        end(TicketProductState.COMPLETED, at);
        return ticket.goOn(
                this, new ServiceCompleted(id, ticket.id(), productId, here(), byWhom(), servedSeconds, at), ids, at);
    }

    /** Puts the visitor into the personal queue of the workplace; there he waits from now on. */
    public VisitorHeld hold(Instant at) {
        stopServing(at);
        moveTo(TicketProductState.HELD);
        ticket.visitorLeaves();
        dueAt = at;
        return new VisitorHeld(id, ticket.id(), productId, here(), byWhom(), at);
    }

    /**
     * From the personal queue, where nobody sits any more, back to where anybody may call him; the first queueing counts. Who has
     * served him already stays known: his seconds are counted there.
     */
    public ProductQueued release(Instant at) {
        moveTo(TicketProductState.IN_QUEUE);
        if (operatingAt == null) {
            workPlaceId = null;
            userId = null;
        }
        dueAt = waitingSince();
        return new ProductQueued(id, ticket.id(), productId, waitingSince(), at);
    }

    /** Ends this part; another one follows, for what and whom the redirect says. */
    VisitorRedirected redirect(Redirect redirect, TicketProduct next, Instant at) {
        end(TicketProductState.REDIRECTED, at);
        boolean served = operatingAt != null;
        return new VisitorRedirected(
                id,
                ticket.id(),
                productId,
                served ? workPlaceId : null,
                served ? userId : null,
                served ? Long.valueOf(servedSeconds) : null,
                next.asIssued(),
                redirect.workPlaceId(),
                redirect.userId(),
                next.waitingSince(),
                at);
    }

    List<BranchEvent> cancel(Ids ids, Instant at) {
        end(TicketProductState.CANCELLED, at);
        return ticket.goOn(this, new ProductCancelled(id, ticket.id(), productId, at), ids, at);
    }

    List<BranchEvent> expire(Ids ids, Instant at) {
        end(TicketProductState.EXPIRED, at);
        return ticket.goOn(this, new ProductExpired(id, ticket.id(), productId, at), ids, at);
    }

    PriorityChanged prioritise(int newPriority, Instant at) {
        if (state != TicketProductState.IN_QUEUE && state != TicketProductState.BOOKED) {
            throw new WrongState(state, TicketProductState.IN_QUEUE);
        }
        priority = newPriority;
        return new PriorityChanged(id, ticket.id(), productId, newPriority, at);
    }

    private void end(TicketProductState how, Instant at) {
        boolean wasHere = state.isAtWorkPlace();
        stopServing(at);
        moveTo(how);
        endedAt = at;
        if (wasHere) {
            ticket.visitorLeaves();
        }
    }

    private void stopServing(Instant at) {
        if (state == TicketProductState.OPERATING) {
            servedSeconds += secondsBetween(Objects.requireNonNull(operatingAt), at);
        }
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

    IssuedProduct asIssued() {
        return new IssuedProduct(id, productId, priority);
    }

    /** From when the wait counts: first queueing, or the booked time where that is later. */
    Instant waitingSince() {
        Instant queued = queuedAt == null ? createdAt : queuedAt;
        return bookedFor != null && bookedFor.isAfter(queued) ? bookedFor : queued;
    }

    /** Whether it was booked, and that time has come, and the visitor not too late. */
    boolean isBookedUntil(Instant now) {
        return bookedFor != null && !bookedFor.isAfter(now) && !late;
    }

    Aim aim() {
        return aim == null ? Aim.NONE : aim;
    }

    /** In whose personal queue he waits. */
    public UUID heldAt() {
        return here();
    }

    public boolean isHeldAt(UUID place) {
        return state == TicketProductState.HELD && place.equals(workPlaceId);
    }

    /** Whether no redirect sends him to another workplace or user. */
    public boolean isMeantFor(UUID place, UUID user) {
        Aim where = aim();
        return (where.toWorkPlaceId() == null || where.toWorkPlaceId().equals(place))
                && (where.toUserId() == null || where.toUserId().equals(user));
    }

    /** Whoever is called or served is his operator's to send on. */
    public void requireNotAtWorkPlace() {
        if (state.isAtWorkPlace()) {
            throw new WrongState(state, TicketProductState.REDIRECTED);
        }
    }

    /** Waits or is served: neither ahead of its time nor over. */
    boolean isUnderWay() {
        return state != TicketProductState.BOOKED && !state.isEnd();
    }

    /** Whether this part ended by sending its visitor from this workplace; null is the common queue. */
    boolean sentAway(UUID product, @Nullable UUID from) {
        return state == TicketProductState.REDIRECTED && productId.equals(product) && Objects.equals(workPlaceId, from);
    }

    @Nullable UUID chain() {
        return chain;
    }

    boolean isStepOf(@Nullable UUID route) {
        return chain != null && chain.equals(route);
    }

    int step() {
        return step;
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

    public @Nullable Instant bookedFor() {
        return bookedFor;
    }

    int priority() {
        return priority;
    }

    Instant dueAt() {
        return dueAt;
    }

    int targetSeconds() {
        return targetSeconds;
    }

    /** What a view shows of it. */
    Life life() {
        return new Life(
                createdAt,
                bookedFor,
                chain,
                queuedAt,
                activatedAt,
                invitedAt,
                operatingAt,
                endedAt,
                lastCalledAt,
                workPlaceId,
                userId,
                calls,
                dataFields);
    }
}
