package org.talon.central.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.talon.central.inbox.HallLedger.Desk;
import org.talon.central.inbox.HallLedger.Part;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.BreakBegan;
import org.talon.shared.event.BreakEnded;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.VisitorHeld;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRedirected;
import org.talon.shared.event.VisitorRejected;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;

/** What the operators of a hall of chance may do. */
final class RandomDesks {

    private static final long TARGET_SECONDS = 900;

    private final HallLedger hall;
    private final RandomVisitors visitors;

    RandomDesks(HallLedger hall, RandomVisitors visitors) {
        this.hall = hall;
        this.visitors = visitors;
    }

    /** A closed one; or one where somebody sits, and another one takes over. */
    List<BranchEvent> open() {
        return hall.anyDesk(desk -> desk.user == null || (desk.visitor == null && hall.oneIn(8)))
                .<List<BranchEvent>>map(desk -> {
                    desk.user = hall.id();
                    desk.onBreak = false;
                    return List.of(new WorkPlaceOpened(desk.id, desk.user, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> close() {
        return hall.anyDesk(desk -> desk.user != null && desk.visitor == null)
                .<List<BranchEvent>>map(desk -> {
                    UUID user = desk.user;
                    desk.user = null;
                    desk.onBreak = false;
                    return List.of(new WorkPlaceClosed(desk.id, user, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> rest() {
        return hall.anyDesk(Desk::works)
                .<List<BranchEvent>>map(desk -> {
                    desk.onBreak = true;
                    return List.of(new BreakBegan(desk.id, desk.user, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> goOn() {
        return hall.anyDesk(desk -> desk.onBreak)
                .<List<BranchEvent>>map(desk -> {
                    desk.onBreak = false;
                    return List.of(new BreakEnded(desk.id, desk.user, hall.now));
                })
                .orElse(List.of());
    }

    List<BranchEvent> invite() {
        return hall.anyDesk(Desk::works)
                .flatMap(desk -> hall.anyPart(part -> mayCall(desk, part)).map(part -> call(desk, part)))
                .orElse(List.of());
    }

    private boolean mayCall(Desk desk, Part part) {
        return !hall.isAtDesk(part.ticket) && (part.is("InQueue") || (part.is("Held") && part.desk == desk));
    }

    private List<BranchEvent> call(Desk desk, Part part) {
        part.state = "Invited";
        part.desk = desk;
        desk.visitor = part;
        return call(part);
    }

    List<BranchEvent> recall() {
        return hall.anyPart(part -> part.is("Invited")).map(this::call).orElse(List.of());
    }

    /** The first call alone carries the wait. */
    private List<BranchEvent> call(Part part) {
        Long waited = part.calls++ == 0 ? hall.secondsSince(part.waitingSince) : null;
        Boolean inTarget = waited == null ? null : Boolean.valueOf(waited <= TARGET_SECONDS);
        if (waited != null) {
            hall.countsWait(waited, inTarget);
        }
        return List.of(new VisitorInvited(
                part.id,
                part.ticket,
                part.product,
                part.desk.id,
                part.desk.user,
                part.calls,
                waited,
                inTarget,
                hall.now));
    }

    List<BranchEvent> start() {
        return with("Invited", (part, desk) -> {
            part.state = "Operating";
            part.servedFrom = hall.now;
            return List.of(new ServiceStarted(part.id, part.ticket, part.product, desk.id, desk.user, hall.now));
        });
    }

    List<BranchEvent> reject() {
        return with("Invited", (part, desk) -> {
            visitors.end(part, "Rejected");
            return visitors.goOn(
                    part, new VisitorRejected(part.id, part.ticket, part.product, desk.id, desk.user, hall.now));
        });
    }

    List<BranchEvent> complete() {
        return with("Operating", (part, desk) -> {
            stopServing(part);
            hall.countsService(part.servedSeconds);
            visitors.end(part, "Completed");
            return visitors.goOn(
                    part,
                    new ServiceCompleted(
                            part.id, part.ticket, part.product, desk.id, desk.user, part.servedSeconds, hall.now));
        });
    }

    List<BranchEvent> hold() {
        return with("Operating", (part, desk) -> {
            stopServing(part);
            part.state = "Held";
            desk.visitor = null;
            return List.of(new VisitorHeld(part.id, part.ticket, part.product, desk.id, desk.user, hall.now));
        });
    }

    /** From the queue, from the personal one, or from service. */
    List<BranchEvent> redirect() {
        return hall.anyPart(part -> part.is("InQueue", "Held", "Operating"))
                .<List<BranchEvent>>map(part -> List.of(redirect(part)))
                .orElse(List.of());
    }

    private VisitorRedirected redirect(Part part) {
        if (part.is("Operating")) {
            stopServing(part);
        }
        boolean served = part.servedFrom != null;
        if (served) {
            hall.countsService(part.servedSeconds);
        }
        visitors.end(part, "Redirected");
        Part next = follow(part, served);
        Optional<Desk> to = hall.anyDesk(desk -> hall.oneIn(3));
        return new VisitorRedirected(
                part.id,
                part.ticket,
                part.product,
                served ? part.desk.id : null,
                served ? part.servedBy : null,
                served ? part.servedSeconds : null,
                next.asIssued(),
                to.map(desk -> desk.id).orElse(null),
                to.map(desk -> desk.user).orElse(null),
                next.waitingSince,
                hall.now);
    }

    /** What follows keeps the first queueing and the place in the route. */
    private Part follow(Part part, boolean served) {
        Part next = hall.begins(part.ticket);
        next.waits(part.waitingSince);
        next.nextStep = part.nextStep;
        next.returns = hall.oneIn(2);
        next.returnsTo = served && hall.oneIn(2) ? part.desk : null;
        return next;
    }

    private List<BranchEvent> with(String state, BiFunction<Part, Desk, List<BranchEvent>> what) {
        return hall.anyPart(part -> part.is(state))
                .map(part -> what.apply(part, part.desk))
                .orElse(List.of());
    }

    private void stopServing(Part part) {
        part.servedSeconds += hall.secondsSince(part.servedFrom);
        part.servedBy = part.desk.user;
    }
}
