package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.talon.branch.ticket.Bookings;
import org.talon.branch.ticket.Desk;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketQueue;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.identity.Role;

/** Who waits for an operator's workplace. */
@Path("operation")
@RolesAllowed(Role.OPERATOR)
@RunOnVirtualThread
class WaitingResource {

    private final CurrentSession session;
    private final TicketQueue queue;
    private final Bookings bookings;
    private final TicketViews views;
    private final Clock clock;

    WaitingResource(CurrentSession session, TicketQueue queue, Bookings bookings, TicketViews views, Clock clock) {
        this.session = session;
        this.queue = queue;
        this.bookings = bookings;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Path("queue")
    public List<TicketProductView> queue() {
        return views.inOrder(queue.waitingFor(desk(), clock.instant()));
    }

    @GET
    @Path("queue/count")
    @Produces(MediaType.APPLICATION_JSON)
    public long queueCount() {
        return queue.countWaitingFor(desk(), clock.instant());
    }

    @GET
    @Path("personal")
    public List<TicketProductView> personal() {
        return views.inOrder(queue.heldAt(desk().workPlaceId()));
    }

    @GET
    @Path("personal/count")
    @Produces(MediaType.APPLICATION_JSON)
    public long personalCount() {
        return queue.countHeldAt(desk().workPlaceId());
    }

    /** As it is at this moment, with the bookings whose time has come. */
    private Desk desk() {
        bookings.settle();
        return session.deskOf(session.get());
    }
}
