package org.talon.central.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.talon.central.inbox.HallLedger.Part;
import org.talon.shared.event.BookingConfirmed;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductAdded;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ProductExpired;
import org.talon.shared.event.ProductQueued;
import org.talon.shared.event.RoutePlanned;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.TicketIssued.IssuedProduct;
import org.talon.shared.event.VisitorReturned;

/** What visitors of a hall of chance may do until they are called, and what follows when a part of a ticket has ended. */
final class RandomVisitors {

    private final HallLedger hall;
    private final Set<UUID> unconfirmed = new HashSet<>();
    private int number;

    RandomVisitors(HallLedger hall) {
        this.hall = hall;
    }

    List<BranchEvent> takeATicket() {
        UUID ticket = hall.id();
        List<Part> first = begin(ticket, 1 + hall.random.nextInt(2));
        first.forEach(part -> part.waits(hall.now));
        TicketIssued issued = new TicketIssued(ticket, "A", ++number, asIssued(first), hall.now);
        return hall.oneIn(3) ? List.of(issued, plan(first.getFirst())) : List.of(issued);
    }

    private RoutePlanned plan(Part first) {
        List<Part> steps = begin(first.ticket, 1 + hall.random.nextInt(2));
        Part before = first;
        for (Part step : steps) {
            before.nextStep = step;
            before = step;
        }
        return new RoutePlanned(first.ticket, hall.id(), asIssued(steps), hall.now);
    }

    List<BranchEvent> book() {
        UUID ticket = hall.id();
        Instant time = hall.now.plusSeconds(hall.random.nextInt(3_600));
        List<Part> booked = begin(ticket, 1 + hall.random.nextInt(2));
        booked.forEach(part -> part.bookedFor = time);
        boolean confirmed = hall.oneIn(2) || !unconfirmed.add(ticket);
        return List.of(new TicketBooked(ticket, "A", ++number, asIssued(booked), time, confirmed, hall.now));
    }

    List<BranchEvent> confirm() {
        return hall.anyPart(part -> isBooking(part) && unconfirmed.contains(part.ticket))
                .<List<BranchEvent>>map(part -> {
                    unconfirmed.remove(part.ticket);
                    return List.of(new BookingConfirmed(part.ticket, hall.now));
                })
                .orElse(List.of());
    }

    /** Early or late. */
    List<BranchEvent> come() {
        return hall.anyPart(RandomVisitors::isBooking).map(this::queue).orElse(List.of());
    }

    private List<BranchEvent> queue(Part part) {
        Instant booked = part.bookedFor;
        part.waits(booked != null && booked.isAfter(hall.now) ? booked : hall.now);
        return List.of(new ProductQueued(part.id, part.ticket, part.product, part.waitingSince, hall.now));
    }

    List<BranchEvent> stayAway() {
        return hall.anyPart(RandomVisitors::isBooking)
                .map(part -> {
                    end(part, "Expired");
                    return goOn(part, new ProductExpired(part.id, part.ticket, part.product, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> cancel() {
        return hall.anyPart(part -> isBooking(part) || part.is("InQueue", "Held"))
                .map(part -> {
                    end(part, "Cancelled");
                    return goOn(part, new ProductCancelled(part.id, part.ticket, part.product, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> wantMore() {
        return hall.anyPart(part -> part.is("InQueue", "Invited", "Operating", "Held"))
                .<List<BranchEvent>>map(part -> {
                    Part more = begin(part.ticket, 1).getFirst();
                    more.waits(hall.now);
                    return List.of(new ProductAdded(more.id, more.ticket, more.product, more.priority, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> areInAHurry() {
        return hall.anyPart(part -> part.is("Booked", "InQueue"))
                .<List<BranchEvent>>map(
                        part -> List.of(new PriorityChanged(part.id, part.ticket, part.product, 100, hall.now)))
                .orElse(List.of());
    }

    private static boolean isBooking(Part part) {
        return part.is("Booked") && part.bookedFor != null;
    }

    private List<Part> begin(UUID ticket, int howMany) {
        hall.counts("Issued", howMany);
        return Stream.generate(() -> hall.begins(ticket)).limit(howMany).toList();
    }

    private static List<IssuedProduct> asIssued(List<Part> parts) {
        return parts.stream().map(Part::asIssued).toList();
    }

    void end(Part part, String how) {
        part.state = how;
        hall.counts(how, 1);
        if (part.desk != null && part.desk.visitor == part) {
            part.desk.visitor = null;
        }
    }

    /** The visitor comes back where he was sent from, or the next step of his route begins to wait. */
    List<BranchEvent> goOn(Part ended, BranchEvent end) {
        List<BranchEvent> events = new ArrayList<>(List.of(end));
        if (ended.is("Completed") && ended.returns) {
            events.add(comeBack(ended));
        } else if (ended.nextStep != null) {
            events.addAll(queue(ended.nextStep));
        }
        return events;
    }

    private VisitorReturned comeBack(Part ended) {
        Part back = hall.begins(ended.ticket);
        back.waits(ended.waitingSince);
        back.nextStep = ended.nextStep;
        if (ended.returnsTo != null) {
            back.state = "Held";
            back.desk = ended.returnsTo;
        }
        UUID place = ended.returnsTo == null ? null : ended.returnsTo.id;
        return new VisitorReturned(ended.ticket, back.asIssued(), place, back.waitingSince, hall.now);
    }
}
