package org.talon.central.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.central.inbox.ForkNotes;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Whether each day of each branch is here what it is there. */
@Path("queue/reconciliation")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RunOnVirtualThread
class ReconciliationResource {

    private final ReadReconciliation readReconciliation;
    private final ForkNotes forks;

    ReconciliationResource(ReadReconciliation readReconciliation, ForkNotes forks) {
        this.readReconciliation = readReconciliation;
        this.forks = forks;
    }

    /** How many forks were taken note of. */
    record Accepted(int accepted) {}

    @GET
    @RolesAllowed(Role.ANALYST)
    public List<ReconciliationView> days(@Context UriInfo uri) {
        return readReconciliation.of(Parameters.ofQuery(uri)).stream()
                .map(ReconciliationView::of)
                .toList();
    }

    @POST
    @Path("acceptFork")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    public Accepted acceptFork(Parameters parameters) {
        parameters.requiredText("serverId");
        return new Accepted(readReconciliation.asked(parameters).stream()
                .mapToInt(server -> forks.accept(server.id()))
                .sum());
    }
}
