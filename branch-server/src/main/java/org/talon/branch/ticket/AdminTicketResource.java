package org.talon.branch.ticket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Tickets as a hall administrator handles them. */
@Path("queue/admin/tickets")
@RolesAllowed(Role.HALL_ADMIN)
@AtMostOnce
@RunOnVirtualThread
class AdminTicketResource {

    private final IssueTicket issueTicket;
    private final ChangeTicket changeTicket;
    private final FindTickets tickets;
    private final TicketViews views;
    private final CurrentCatalogue catalogue;

    AdminTicketResource(
            IssueTicket issueTicket,
            ChangeTicket changeTicket,
            FindTickets tickets,
            TicketViews views,
            CurrentCatalogue catalogue) {
        this.issueTicket = issueTicket;
        this.changeTicket = changeTicket;
        this.tickets = tickets;
        this.views = views;
        this.catalogue = catalogue;
    }

    @GET
    public List<TicketView> today(UriInfo uri, HttpServerResponse response) {
        Parameters parameters = Parameters.ofQuery(uri);
        Page page = Page.of(parameters);
        return views.list(page.announced(tickets.today(TicketFilter.of(parameters, catalogue.get()), page), response));
    }

    @GET
    @Path("{ticketId}")
    public TicketView one(String ticketId) {
        return views.one(tickets.named(Parameters.guid("ticketId", ticketId)));
    }

    /** A kiosk may do this, and nothing else. */
    @POST
    @Path("new")
    @RolesAllowed({Role.HALL_ADMIN, Role.KIOSK})
    public TicketView issue(Parameters parameters) {
        return views.one(issueTicket.issue(Wish.of(parameters, catalogue.get())));
    }

    @POST
    @Path("{ticketId}/addProduct/{productId}")
    public TicketProductView addProduct(String ticketId, String productId, Parameters parameters) {
        return views.one(changeTicket.add(
                Parameters.guid("ticketId", ticketId),
                catalogue.get().productByAnyName(productId).orElseThrow(() -> ProductUnknown.named(productId)),
                Wish.priority(parameters),
                GivenFields.of(parameters)));
    }

    @POST
    @Path("{ticketId}/{ticketProductId}/cancel")
    public TicketView cancel(String ticketId, String ticketProductId) {
        return views.one(changeTicket.cancel(
                Parameters.guid("ticketId", ticketId), Parameters.guid("ticketProductId", ticketProductId)));
    }

    @POST
    @Path("{ticketId}/{ticketProductId}/setPriority")
    public TicketProductView setPriority(String ticketId, String ticketProductId, Parameters parameters) {
        return views.one(changeTicket.prioritise(
                Parameters.guid("ticketId", ticketId),
                Parameters.guid("ticketProductId", ticketProductId),
                parameters.requiredInteger("priority", Wish.LOWEST_PRIORITY, Wish.HIGHEST_PRIORITY)));
    }
}
