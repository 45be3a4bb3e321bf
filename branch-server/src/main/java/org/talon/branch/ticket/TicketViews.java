package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Directory;
import org.talon.branch.catalogue.ProductView;
import org.talon.branch.catalogue.WorkPlaceView;

/** Shows tickets as clients know them: with names instead of references, in the branch's wall clock. */
@ApplicationScoped
public class TicketViews {

    private final BranchCalendar calendar;
    private final Directory directory;
    private final TicketQueue queue;
    private final Clock clock;

    TicketViews(BranchCalendar calendar, Directory directory, TicketQueue queue, Clock clock) {
        this.calendar = calendar;
        this.directory = directory;
        this.queue = queue;
        this.clock = clock;
    }

    /** A single ticket; those of its services that wait know their place in the queue. */
    public TicketView one(Ticket ticket) {
        return view(ticket, true);
    }

    /** A list of tickets; a place in the queue is not asked for each of many. */
    public List<TicketView> list(List<Ticket> tickets) {
        return tickets.stream().map(ticket -> view(ticket, false)).toList();
    }

    public TicketProductView one(TicketProduct product) {
        return view(
                product,
                product.state() == TicketProductState.IN_QUEUE ? queue.positionOf(product, clock.instant()) : null);
    }

    /** Who was called, and why he. */
    public InvitedView invited(TicketProduct product, SelectionReason reason) {
        return new InvitedView(one(product), reason);
    }

    /** A queue in its order: the place of each is where it stands in the list. */
    public List<TicketProductView> inOrder(List<TicketProduct> waiting) {
        return IntStream.range(0, waiting.size())
                .mapToObj(i -> view(waiting.get(i), i + 1))
                .toList();
    }

    BranchCalendar calendar() {
        return calendar;
    }

    private TicketView view(Ticket ticket, boolean withPosition) {
        return new TicketView(
                TicketHeadView.of(ticket, this),
                ticket.products().stream()
                        .map(p -> withPosition ? one(p) : view(p, null))
                        .toList());
    }

    private TicketProductView view(TicketProduct product, @Nullable Integer position) {
        Life life = product.life();
        ProductView service = directory.product(product.productId());
        return new TicketProductView(
                product.id(),
                service.name(),
                calendar.wallClock(life.created()),
                calendar.wallClock(life.start()),
                life.bookedFor() != null,
                TicketHeadView.of(product.ticket(), this),
                service,
                product.productId(),
                life.chain(),
                product.state().number(),
                product.state().wireName(),
                product.priority(),
                life.dataFields(),
                calendar.wallClockOrNull(life.queued()),
                calendar.wallClockOrNull(life.activated()),
                calendar.wallClockOrNull(life.invited()),
                calendar.wallClockOrNull(life.operating()),
                calendar.wallClockOrNull(life.ended()),
                life.workPlaceId() == null ? null : workPlace(life.workPlaceId(), product.state()),
                life.userId() == null ? null : directory.user(life.userId()),
                position,
                life.calls());
    }

    /** While a visitor is at a workplace, its state and the visitor's are one and the same number. */
    private WorkPlaceView workPlace(UUID id, TicketProductState state) {
        WorkPlaceView place = directory.workPlace(id);
        return state.isAtWorkPlace() ? place.in(state.number(), state.wireName()) : place;
    }
}
