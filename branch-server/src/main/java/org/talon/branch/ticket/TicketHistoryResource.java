package org.talon.branch.ticket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Tickets of days gone by. */
@Path("tickets/history/list")
@RolesAllowed({Role.HALL_ADMIN, Role.ANALYST})
@RunOnVirtualThread
class TicketHistoryResource {

    private final TicketRepository tickets;
    private final TicketViews views;
    private final BranchCalendar calendar;

    TicketHistoryResource(TicketRepository tickets, TicketViews views, BranchCalendar calendar) {
        this.tickets = tickets;
        this.views = views;
        this.calendar = calendar;
    }

    @GET
    public RestResponse<List<TicketView>> issued(UriInfo uri) {
        Parameters parameters = Parameters.ofQuery(uri);
        DateRange dates = DateRange.of(parameters);
        Page page = Page.of(parameters);
        return page.answer(
                tickets.issuedBetween(
                        calendar.startOf(dates.first()),
                        calendar.startOf(dates.last().plusDays(1)),
                        page),
                views);
    }
}
