package org.talon.branch.ticket;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Product;
import org.talon.shared.event.BookingConfirmed;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.RoutePlanned;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.TicketIssued.IssuedProduct;
import org.talon.shared.event.VisitorReturned;
import org.talon.shared.time.Ids;

/**
 * A visitor's ticket: one number, one PIN, one or more services. It is open until the last of them has ended. Whoever
 * changes it or one of its services holds its row's lock, so that a ticket changes in one place at a time.
 */
@Entity
public class Ticket {

    @Id
    private UUID id;

    private LocalDate businessDate;
    private String prefix;
    private int number;
    private String pinCode;
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // queries read it
    private @Nullable Instant closedAt;

    private boolean atWorkPlace;
    private @Nullable String bookedBy;
    private @Nullable Instant unconfirmedUntil;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<TicketProduct> products = new ArrayList<>();

    protected Ticket() {}

    Ticket(UUID id, LocalDate businessDate, TicketNumber number, String pinCode, Instant at) {
        this.id = id;
        this.businessDate = businessDate;
        this.prefix = number.prefix();
        this.number = number.number();
        this.pinCode = pinCode;
        this.createdAt = at;
    }

    Ticket bookedBy(String identity, @Nullable Instant unconfirmedBy) {
        bookedBy = identity;
        unconfirmedUntil = unconfirmedBy;
        return this;
    }

    /** One more service; it does not wait yet. */
    TicketProduct plan(UUID ticketProductId, Product product, int priority) {
        return part(ticketProductId, product.id(), product.targetWaitMinutes() * 60, priority, createdAt);
    }

    private TicketProduct part(UUID partId, UUID productId, int targetSeconds, int priority, Instant at) {
        TicketProduct part = new TicketProduct(partId, this, productId, targetSeconds, priority, at);
        products.add(part);
        return part;
    }

    /** Issues the planned services at once: single ones wait from now on, and the first one of each route. */
    List<BranchEvent> issue() {
        List<TicketProduct> first = products.stream().filter(p -> p.step() == 0).toList();
        first.forEach(p -> p.queue(false, createdAt));
        List<BranchEvent> events = new ArrayList<>();
        events.add(new TicketIssued(id, prefix, number, asIssued(first), createdAt));
        first.stream()
                .map(TicketProduct::chain)
                .filter(Objects::nonNull)
                .forEach(chain -> events.add(new RoutePlanned(id, chain, asIssued(laterSteps(chain)), createdAt)));
        return events;
    }

    /** Issues the planned services for a later time. */
    TicketBooked book(Instant time) {
        products.forEach(p -> p.bookedFor(time));
        return new TicketBooked(id, prefix, number, asIssued(products), time, unconfirmedUntil == null, createdAt);
    }

    /** One more service for a visitor who is in the hall; it waits from now on. */
    TicketProduct add(UUID partId, Product product, int priority, Instant at) {
        if (state() == TicketState.CLOSED || state() == TicketState.BOOKED) {
            throw WrongState.ticketNotInTheHall(state());
        }
        if (products.stream().anyMatch(p -> !p.state().isEnd() && p.productId().equals(product.id()))) {
            throw WrongState.hasItAlready(product.name());
        }
        TicketProduct part = part(partId, product.id(), product.targetWaitMinutes() * 60, priority, at);
        part.queue(false, at);
        return part;
    }

    /** Empty where it was confirmed before, or never had to be; refused where nothing of it is ahead any more. */
    Optional<BookingConfirmed> confirm(Instant at) {
        if (state() == TicketState.CLOSED || (unconfirmedUntil != null && state() != TicketState.BOOKED)) {
            throw WrongState.notBooked(state());
        }
        if (unconfirmedUntil == null) {
            return Optional.empty();
        }
        unconfirmedUntil = null;
        return Optional.of(new BookingConfirmed(id, at));
    }

    boolean isLapsedAt(Instant now) {
        return unconfirmedUntil != null && !unconfirmedUntil.isAfter(now);
    }

    /** Ends one part by a redirect; what follows waits at once. */
    public List<BranchEvent> redirect(TicketProduct from, Redirect redirect, UUID nextId, Instant at) {
        TicketProduct next = part(
                nextId,
                redirect.to().id(),
                redirect.to().targetWaitMinutes() * 60,
                redirect.priority() == null ? from.priority() : redirect.priority(),
                at);
        next.following(from, redirect.aimFrom(from), at);
        return List.of(from.redirect(redirect, next, at));
    }

    /** What the end of a part brings about: the visitor comes back where he was sent from, and the next step waits. */
    List<BranchEvent> goOn(TicketProduct ended, BranchEvent end, Ids ids, Instant at) {
        List<BranchEvent> events = new ArrayList<>(List.of(end));
        if (ended.state() == TicketProductState.COMPLETED && ended.aim().returnProductId() != null) {
            events.add(comeBack(ended, ended.aim().returnProductId(), ids.next(), at));
        }
        nextStepAfter(ended).map(step -> step.queue(false, at)).ifPresent(events::add);
        if (products.stream().allMatch(p -> p.state().isEnd())) {
            closedAt = at;
        }
        return events;
    }

    /** He goes on with what he was sent away from, and from there, too, back to where he was sent before. */
    private VisitorReturned comeBack(TicketProduct ended, UUID productId, UUID partId, Instant at) {
        UUID place = ended.aim().returnWorkPlaceId();
        TicketProduct sender = products.stream()
                .filter(p -> p.sentAway(productId, place))
                .reduce((earlier, later) -> later)
                .orElse(ended);
        TicketProduct back = part(partId, productId, sender.targetSeconds(), sender.priority(), at)
                .following(
                        sender,
                        sender.id().equals(ended.id()) ? Aim.NONE : sender.aim().back(),
                        at);
        if (place != null) {
            back.heldAt(place, at);
        }
        return new VisitorReturned(id, back.asIssued(), place, back.waitingSince(), at);
    }

    private Optional<TicketProduct> nextStepAfter(TicketProduct ended) {
        UUID chain = ended.chain();
        if (chain == null || products.stream().anyMatch(p -> p.isStepOf(chain) && p.isUnderWay())) {
            return Optional.empty();
        }
        return laterSteps(chain).stream()
                .filter(p -> p.state() == TicketProductState.BOOKED)
                .findFirst();
    }

    private List<TicketProduct> laterSteps(UUID chain) {
        return products.stream()
                .filter(p -> p.isStepOf(chain) && p.step() > 0)
                .sorted(Comparator.comparingInt(TicketProduct::step))
                .toList();
    }

    private static List<IssuedProduct> asIssued(List<TicketProduct> parts) {
        return parts.stream().map(TicketProduct::asIssued).toList();
    }

    void visitorGoes() {
        atWorkPlace = true;
    }

    void visitorLeaves() {
        atWorkPlace = false;
    }

    /** One of its services, by id. */
    public TicketProduct part(UUID partId) {
        return products.stream().filter(p -> p.id().equals(partId)).findFirst().orElseThrow();
    }

    /** Whether its visitor is called or served for any of its services. */
    public boolean isAtWorkPlace() {
        return atWorkPlace;
    }

    /** As the wire counts it: closed, or as far as its furthest service. */
    public TicketState state() {
        return products.stream()
                .map(p -> TicketState.of(p.state()))
                .filter(state -> state != TicketState.CLOSED)
                .max(Enum::compareTo)
                .orElse(TicketState.CLOSED);
    }

    public UUID id() {
        return id;
    }

    public LocalDate businessDate() {
        return businessDate;
    }

    public @Nullable String bookedBy() {
        return bookedBy;
    }

    TicketNumber number() {
        return new TicketNumber(prefix, number);
    }

    String pinCode() {
        return pinCode;
    }

    Instant createdAt() {
        return createdAt;
    }

    public List<TicketProduct> products() {
        return List.copyOf(products);
    }
}
