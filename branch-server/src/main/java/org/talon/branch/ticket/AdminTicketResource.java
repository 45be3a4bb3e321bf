package org.talon.branch.ticket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Product;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Tickets as a hall administrator handles them. */
@Path("queue/admin/tickets")
@RolesAllowed(Role.HALL_ADMIN)
@RunOnVirtualThread
class AdminTicketResource {

    private static final int LOWEST_PRIORITY = -100;
    private static final int HIGHEST_PRIORITY = 100;

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
    public RestResponse<List<TicketView>> today(UriInfo uri) {
        Parameters parameters = Parameters.ofQuery(uri);
        Page page = Page.of(parameters);
        return page.answer(tickets.today(TicketFilter.of(parameters, catalogue.get()), page), views);
    }

    @GET
    @Path("{ticketId}")
    public TicketView one(String ticketId) {
        return views.one(tickets.named(Parameters.guid("ticketId", ticketId)));
    }

    @POST
    @Path("new")
    public TicketView issue(Parameters parameters) {
        int priority = parameters
                .integer("priority", LOWEST_PRIORITY, HIGHEST_PRIORITY)
                .orElse(0);
        return views.one(issueTicket.issue(product(parameters), priority));
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
                parameters.requiredInteger("priority", LOWEST_PRIORITY, HIGHEST_PRIORITY)));
    }

    private Product product(Parameters parameters) {
        String reference = parameters
                .text("productId")
                .or(() -> parameters.text("menuLinkId"))
                .orElseThrow(() -> DomainException.badParameter("productId", "is required, or menuLinkId"));
        return catalogue.get().productByAnyName(reference).orElseThrow(() -> ProductUnknown.named(reference));
    }
}
