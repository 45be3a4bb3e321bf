package org.talon.central.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Whether each day of each branch is here what it is there. */
@Path("queue/reconciliation")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RunOnVirtualThread
class ReconciliationResource {

    private final ReadReconciliation readReconciliation;

    ReconciliationResource(ReadReconciliation readReconciliation) {
        this.readReconciliation = readReconciliation;
    }

    @GET
    @RolesAllowed(Role.ANALYST)
    public List<ReconciliationView> days(@Context UriInfo uri) {
        return readReconciliation.of(Parameters.ofQuery(uri)).stream()
                .map(ReconciliationView::of)
                .toList();
    }
}
