package org.talon.branch.visitor;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.ticket.FindTickets;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.Parameters;
import org.talon.shared.http.VisitorLanguage;

/** The page to which the QR code of a ticket leads. Whoever knows its id may see it: the id is the secret. */
@Path("ticket/{ticketId}")
@PermitAll
@RunOnVirtualThread
class TicketPageResource {

    private final FindTickets tickets;
    private final TicketViews views;
    private final CurrentCatalogue catalogue;
    private final Template page;

    TicketPageResource(
            FindTickets tickets,
            TicketViews views,
            CurrentCatalogue catalogue,
            @Location("ticket-page") Template page) {
        this.tickets = tickets;
        this.views = views;
        this.catalogue = catalogue;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> page(
            String ticketId, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = VisitorLanguage.of(acceptLanguage);
        TicketPage ticket = TicketPage.of(
                views.one(tickets.named(Parameters.guid("ticketId", ticketId))),
                catalogue.get().branch().name(),
                TicketPage.textsIn(language));
        return RestResponse.ResponseBuilder.ok(page.data("page", ticket).render())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
