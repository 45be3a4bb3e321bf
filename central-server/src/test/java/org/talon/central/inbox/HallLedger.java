package org.talon.central.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/** Who is in a hall of chance, where he sits, and what has been: counted by hand, without the figures' arithmetic. */
final class HallLedger {

    /** One service of a ticket. */
    static final class Part {
        final UUID id;
        final UUID ticket;
        final UUID product;
        final int priority;
        String state = "Booked";
        Instant bookedFor;
        Instant waitingSince;
        Instant servedFrom;
        UUID servedBy;
        long servedSeconds;
        int calls;
        Desk desk;
        Part nextStep;
        boolean returns;
        Desk returnsTo;

        Part(UUID id, UUID ticket, UUID product, int priority) {
            this.id = id;
            this.ticket = ticket;
            this.product = product;
            this.priority = priority;
        }

        boolean is(String... states) {
            return Stream.of(states).anyMatch(state::equals);
        }

        void waits(Instant since) {
            state = "InQueue";
            waitingSince = since;
        }

        IssuedProduct asIssued() {
            return new IssuedProduct(id, product, priority);
        }
    }

    /** A workplace. */
    static final class Desk {
        final UUID id;
        UUID user;
        boolean onBreak;
        Part visitor;

        Desk(UUID id) {
            this.id = id;
        }

        boolean works() {
            return user != null && !onBreak && visitor == null;
        }
    }

    final Random random;
    final List<Part> parts = new ArrayList<>();
    final List<Desk> desks;
    Instant now;

    private final List<UUID> products;
    private final Map<String, Long> counts = new TreeMap<>();
    private long longestWait;

    HallLedger(Random random, Instant opens) {
        this.random = random;
        this.now = opens;
        this.products = Stream.generate(this::id).limit(3).toList();
        this.desks = Stream.generate(() -> new Desk(id())).limit(4).toList();
        Stream.of("Issued Completed Rejected Cancelled Redirected Expired".split(" "))
                .forEach(name -> counts.put(name, 0L));
        Stream.of("WaitSumSeconds WaitCount WithinTarget ServiceSumSeconds ServiceCount".split(" "))
                .forEach(name -> counts.put(name, 0L));
    }

    /** An id that the seed decides. */
    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    Part begins(UUID ticket) {
        Part part = new Part(id(), ticket, products.get(random.nextInt(products.size())), random.nextInt(201) - 100);
        parts.add(part);
        return part;
    }

    Optional<Part> anyPart(Predicate<Part> which) {
        return any(parts, which);
    }

    Optional<Desk> anyDesk(Predicate<Desk> which) {
        return any(desks, which);
    }

    private <T> Optional<T> any(List<T> all, Predicate<T> which) {
        List<T> some = all.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    boolean isAtDesk(UUID ticket) {
        return desks.stream().anyMatch(desk -> desk.visitor != null && desk.visitor.ticket.equals(ticket));
    }

    void counts(String what, long howMany) {
        counts.merge(what, howMany, Long::sum);
    }

    void countsWait(long seconds, boolean inTarget) {
        counts("WaitCount", 1);
        counts("WaitSumSeconds", seconds);
        counts("WithinTarget", inTarget ? 1 : 0);
        longestWait = Math.max(longestWait, seconds);
    }

    void countsService(long seconds) {
        counts("ServiceCount", 1);
        counts("ServiceSumSeconds", seconds);
    }

    /** What happened up to now, by its names on the wire. */
    Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>(counts);
        sums.put("MaxWaitSeconds", counts.get("WaitCount") == 0 ? null : Long.valueOf(longestWait));
        return sums;
    }

    /** Who is where at this moment, by the names on the wire. */
    Map<String, Long> present() {
        Map<String, Long> present = new TreeMap<>();
        present.put("Waiting", inState("InQueue"));
        Stream.of("Booked", "Invited", "Operating", "Held").forEach(state -> present.put(state, inState(state)));
        present.put("OpenWorkPlaces", desks.stream().filter(d -> d.user != null).count());
        present.put("LongestCurrentWaitSeconds", longestCurrentWait());
        return present;
    }

    private Long longestCurrentWait() {
        return parts.stream()
                .filter(part -> part.is("InQueue"))
                .map(part -> part.waitingSince)
                .min(Comparator.naturalOrder())
                .map(since -> secondsSince(since))
                .orElse(null);
    }

    long secondsSince(Instant then) {
        return Math.max(0, Duration.between(then, now).toSeconds());
    }

    private long inState(String state) {
        return parts.stream().filter(part -> part.is(state)).count();
    }

    Map<UUID, String> states() {
        Map<UUID, String> states = new TreeMap<>();
        parts.forEach(part -> states.put(part.id, part.state));
        return states;
    }

    /** Who sits where; with a star where he is on a break. */
    Map<UUID, String> seats() {
        Map<UUID, String> seats = new TreeMap<>();
        desks.stream()
                .filter(desk -> Objects.nonNull(desk.user))
                .forEach(desk -> seats.put(desk.id, desk.user + (desk.onBreak ? "*" : "")));
        return seats;
    }
}
