package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.branch.idempotency.NeverKept;
import org.talon.branch.identity.StaffLogin;
import org.talon.branch.ticket.InvitedView;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** What an operator does at his workplace. */
@Path("operation")
@RolesAllowed(Role.OPERATOR)
@AtMostOnce
@RunOnVirtualThread
class OperationResource {

    private final CurrentSession session;
    private final InviteVisitor inviteVisitor;
    private final ServeVisitor serveVisitor;
    private final TakeBreak takeBreak;
    private final TakeOver takeOver;
    private final Logout logout;
    private final StaffLogin staff;
    private final WorkPlaceStates states;
    private final TicketViews views;

    OperationResource(
            CurrentSession session,
            InviteVisitor inviteVisitor,
            ServeVisitor serveVisitor,
            TakeBreak takeBreak,
            TakeOver takeOver,
            Logout logout,
            StaffLogin staff,
            WorkPlaceStates states,
            TicketViews views) {
        this.session = session;
        this.inviteVisitor = inviteVisitor;
        this.serveVisitor = serveVisitor;
        this.takeBreak = takeBreak;
        this.takeOver = takeOver;
        this.logout = logout;
        this.staff = staff;
        this.states = states;
        this.views = views;
    }

    @GET
    @Path("state")
    public StateView state() {
        return states.open(session.get());
    }

    @POST
    @Path("invite")
    public InvitedView invite() {
        return inviteVisitor
                .next()
                .map(this::invited)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "queue-empty", "nobody waits for this workplace"));
    }

    @POST
    @Path("invite/{ticketProductId}")
    public InvitedView invite(String ticketProductId) {
        return invited(inviteVisitor.certain(Parameters.guid("ticketProductId", ticketProductId)));
    }

    @POST
    @Path("recall")
    public TicketProductView recall() {
        return views.one(inviteVisitor.again());
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
    @Path("hold")
    public TicketProductView hold() {
        return views.one(serveVisitor.hold());
    }

    @POST
    @Path("break/begin")
    public StateView beginBreak() {
        return states.open(takeBreak.begin());
    }

    @POST
    @Path("break/end")
    public StateView endBreak() {
        return states.open(takeBreak.end());
    }

    @POST
    @NeverKept
    @Path("login")
    public StateView login(Parameters parameters) {
        return states.open(takeOver.by(StaffLogin.requireRole(staff.verify(parameters), Role.OPERATOR)));
    }

    @POST
    @Path("logout")
    public StateView logout() {
        return states.closed(logout.logout());
    }

    private InvitedView invited(InviteVisitor.Invited invited) {
        return views.invited(invited.visitor(), invited.reason());
    }
}
