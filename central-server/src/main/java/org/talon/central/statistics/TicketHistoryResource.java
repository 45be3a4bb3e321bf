package org.talon.central.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.shared.http.Paging;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** The tickets behind the figures of some branches. */
@Path("tickets/history/list")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RunOnVirtualThread
class TicketHistoryResource {

    private final ReadTickets readTickets;

    TicketHistoryResource(ReadTickets readTickets) {
        this.readTickets = readTickets;
    }

    @GET
    @RolesAllowed(Role.ANALYST)
    public Response issued(@Context UriInfo uri) {
        TicketPage page = TicketPage.of(Parameters.ofQuery(uri));
        ReadTickets.Found found = readTickets.of(page);
        Response.ResponseBuilder answer = Response.ok(new GenericEntity<List<TicketView>>(found.tickets()) {})
                .header("X-Completeness", found.completeness());
        page.paging()
                .nextAfter(found.tickets(), ticket -> ticket.head().id())
                .ifPresent(id -> answer.header(Paging.NEXT, id));
        return answer.build();
    }
}
