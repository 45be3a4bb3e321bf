package org.talon.branch.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.Parameters;
import org.talon.shared.http.VisitorLanguage;

/** A ticket for a printer. Whoever knows its id may have it: the id is the secret. */
@Path("tickets/ticketpng/{ticketId}")
@PermitAll
@RunOnVirtualThread
class TicketPngResource {

    private final ReadTicket readTicket;
    private final TicketPicture picture;

    TicketPngResource(ReadTicket readTicket, TicketPicture picture) {
        this.readTicket = readTicket;
        this.picture = picture;
    }

    @GET
    @Produces("image/png")
    public RestResponse<byte[]> png(
            String ticketId, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage, UriInfo uri) {
        PrintedTicket ticket = readTicket.named(Parameters.guid("ticketId", ticketId), uri.getBaseUri());
        return RestResponse.ResponseBuilder.ok(picture.png(ticket, VisitorLanguage.of(acceptLanguage)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
