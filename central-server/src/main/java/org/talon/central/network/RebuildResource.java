package org.talon.central.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.talon.central.inbox.Rebuilds;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Figures made anew from the log. */
@Path("queue/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RebuildResource {

    private final Network network;
    private final Rebuilds rebuilds;

    RebuildResource(Network network, Rebuilds rebuilds) {
        this.network = network;
        this.rebuilds = rebuilds;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    public List<Rebuilds.Rebuild> rebuilds() {
        return rebuilds.all();
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    public List<Rebuilds.Rebuild> rebuild(Parameters parameters) {
        rebuilds.ask(AskedServers.of(parameters).among(network.everKnown()).stream()
                .map(Server::id)
                .toList());
        return rebuilds.all();
    }
}
