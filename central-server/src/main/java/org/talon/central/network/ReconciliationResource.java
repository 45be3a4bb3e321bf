package org.talon.central.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.central.inbox.ForkNotes;
import org.talon.central.inbox.Loss;
import org.talon.central.inbox.Losses;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Whether each day of each branch is here what it is there. */
@Path("queue/reconciliation")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RunOnVirtualThread
class ReconciliationResource {

    private final ReadReconciliation readReconciliation;
    private final ForkNotes forks;
    private final Losses losses;

    ReconciliationResource(ReadReconciliation readReconciliation, ForkNotes forks, Losses losses) {
        this.readReconciliation = readReconciliation;
        this.forks = forks;
        this.losses = losses;
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

    @GET
    @Path("losses")
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    public List<Loss> losses() {
        return losses.all();
    }

    @POST
    @Path("acceptLoss")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    public Loss acceptLoss(Parameters parameters, @Context SecurityContext caller) {
        return losses.accept(
                AskedServers.of(parameters).onlyId(), caller.getUserPrincipal().getName());
    }
}
