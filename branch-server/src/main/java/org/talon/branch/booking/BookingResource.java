package org.talon.branch.booking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.branch.ticket.Bookings;
import org.talon.branch.ticket.FindTickets;
import org.talon.branch.ticket.GivenFields;
import org.talon.branch.ticket.TicketView;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** A visitor's own bookings. */
@AtMostOnce
@Path("booking")
@RolesAllowed(Role.VISITOR)
@RunOnVirtualThread
class BookingResource {

    private final BookableProducts products;
    private final BookSlot bookSlot;
    private final Bookings bookings;
    private final FindTickets tickets;
    private final TicketViews views;
    private final JsonWebToken token;

    BookingResource(
            BookableProducts products,
            BookSlot bookSlot,
            Bookings bookings,
            FindTickets tickets,
            TicketViews views,
            JsonWebToken token) {
        this.products = products;
        this.bookSlot = bookSlot;
        this.bookings = bookings;
        this.tickets = tickets;
        this.views = views;
        this.token = token;
    }

    @POST
    @Path("book")
    public TicketView book(Parameters parameters) {
        return booked(parameters.requiredText("date"), parameters.requiredText("time"), parameters);
    }

    @POST
    @Path("book/{date}/{time}")
    public TicketView book(String date, String time, Parameters parameters) {
        return booked(date, time, parameters);
    }

    private TicketView booked(String date, String time, Parameters parameters) {
        return views.one(bookSlot.book(
                products.asked(parameters),
                Parameters.date("date", date),
                Parameters.time("time", time),
                GivenFields.of(parameters),
                new BookSlot.Booker(token.getName(), parameters.flag("confirm"))));
    }

    @GET
    @Path("tickets")
    public List<TicketView> mine() {
        return views.list(tickets.bookedBy(token.getName()));
    }

    @GET
    @Path("tickets/{ticketId}")
    public TicketView one(String ticketId) {
        return views.one(tickets.ofBooker(Parameters.guid("ticketId", ticketId), token.getName()));
    }

    @POST
    @Path("tickets/{ticketId}/confirm")
    public TicketView confirm(String ticketId) {
        return views.one(bookings.confirm(Parameters.guid("ticketId", ticketId), token.getName()));
    }

    @POST
    @Path("tickets/{ticketId}/cancel")
    public TicketView cancel(String ticketId) {
        return views.one(bookings.cancel(Parameters.guid("ticketId", ticketId), token.getName()));
    }
}
