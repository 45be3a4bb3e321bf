package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketQueue;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** What an operator does at his workplace. */
@Path("operation")
@RolesAllowed(Role.OPERATOR)
@RunOnVirtualThread
class OperationResource {

    private final CurrentSession session;
    private final InviteVisitor inviteVisitor;
    private final ServeVisitor serveVisitor;
    private final Logout logout;
    private final WorkPlaceStates states;
    private final TicketQueue queue;
    private final TicketViews views;

    OperationResource(
            CurrentSession session,
            InviteVisitor inviteVisitor,
            ServeVisitor serveVisitor,
            Logout logout,
            WorkPlaceStates states,
            TicketQueue queue,
            TicketViews views) {
        this.session = session;
        this.inviteVisitor = inviteVisitor;
        this.serveVisitor = serveVisitor;
        this.logout = logout;
        this.states = states;
        this.queue = queue;
        this.views = views;
    }

    @GET
    @Path("state")
    public StateView state() {
        return states.open(session.get());
    }

    @GET
    @Path("queue")
    public List<TicketProductView> queue() {
        return views.inOrder(queue.waitingFor(products()));
    }

    @GET
    @Path("queue/count")
    public long count() {
        return queue.countWaitingFor(products());
    }

    @POST
    @Path("invite")
    public TicketProductView invite() {
        return inviteVisitor
                .next()
                .map(views::one)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "queue-empty", "nobody waits for this workplace"));
    }

    @POST
    @Path("invite/{ticketProductId}")
    public TicketProductView invite(String ticketProductId) {
        return views.one(inviteVisitor.certain(Parameters.guid("ticketProductId", ticketProductId)));
    }

    @POST
    @Path("start")
    public TicketProductView start() {
        return views.one(serveVisitor.start());
    }

    @POST
    @Path("reject")
    public TicketProductView reject() {
        return views.one(serveVisitor.reject());
    }

    @POST
    @Path("complete")
    public TicketProductView complete() {
        return views.one(serveVisitor.complete());
    }

    @POST
    @Path("logout")
    public StateView logout() {
        return states.closed(logout.logout());
    }

    private Set<UUID> products() {
        return session.workPlaceOf(session.get()).productIds();
    }
}
