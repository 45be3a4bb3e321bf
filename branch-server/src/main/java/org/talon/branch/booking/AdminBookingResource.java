package org.talon.branch.booking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.branch.ticket.Bookings;
import org.talon.branch.ticket.FindTickets;
import org.talon.branch.ticket.Page;
import org.talon.branch.ticket.Ticket;
import org.talon.branch.ticket.TicketView;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Bookings as the hall sees them: who is to come, and who has come. */
@AtMostOnce
@Path("")
@RunOnVirtualThread
class AdminBookingResource {

    private final FindTickets tickets;
    private final Bookings bookings;
    private final TicketViews views;

    AdminBookingResource(FindTickets tickets, Bookings bookings, TicketViews views) {
        this.tickets = tickets;
        this.bookings = bookings;
        this.views = views;
    }

    /** Who is to come on a date. */
    record BookedDayView(LocalDate date, List<TicketView> tickets) {}

    @GET
    @Path("queue/admin/booking")
    @RolesAllowed(Role.HALL_ADMIN)
    public List<BookedDayView> booked(UriInfo uri, HttpServerResponse response) {
        Page page = Page.of(Parameters.ofQuery(uri));
        Map<LocalDate, List<Ticket>> days = page.announced(tickets.booked(page), response).stream()
                .collect(Collectors.groupingBy(Ticket::businessDate, LinkedHashMap::new, Collectors.toList()));
        return days.entrySet().stream()
                .map(day -> new BookedDayView(day.getKey(), views.list(day.getValue())))
                .toList();
    }

    @POST
    @Path("tickets/activate/{pinCode}")
    @RolesAllowed({Role.KIOSK, Role.HALL_ADMIN})
    public TicketView activate(String pinCode) {
        return views.one(bookings.arrive(pinCode));
    }
}
