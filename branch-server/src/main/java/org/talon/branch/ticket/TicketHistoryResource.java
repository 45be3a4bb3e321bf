package org.talon.branch.ticket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Tickets of days gone by. */
@Path("tickets/history/list")
@RolesAllowed({Role.HALL_ADMIN, Role.ANALYST})
@RunOnVirtualThread
class TicketHistoryResource {

    private final FindTickets tickets;
    private final TicketViews views;

    TicketHistoryResource(FindTickets tickets, TicketViews views) {
        this.tickets = tickets;
        this.views = views;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public List<TicketView> issued(UriInfo uri, HttpServerResponse response) {
        Parameters parameters = Parameters.ofQuery(uri);
        Page page = Page.of(parameters);
        return views.list(page.announced(tickets.issued(DateRange.of(parameters), page), response));
    }
}
