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
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** The network in any period gone by. */
@Path("queue/statistics/history")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RunOnVirtualThread
class HistoryResource {

    private final ReadHistory readHistory;

    HistoryResource(ReadHistory readHistory) {
        this.readHistory = readHistory;
    }

    @GET
    @RolesAllowed(Role.ANALYST)
    public Response history(@Context UriInfo uri) {
        History history = readHistory.of(Period.of(Parameters.ofQuery(uri)));
        return Response.ok(new GenericEntity<List<HistoryRow>>(history.rows()) {})
                .header("X-Completeness", history.completeness())
                .build();
    }
}
