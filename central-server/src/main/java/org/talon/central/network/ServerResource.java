package org.talon.central.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.talon.shared.identity.Role;

/** The branches of the network. */
@Path("config/servers")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RunOnVirtualThread
class ServerResource {

    private final Network network;

    ServerResource(Network network) {
        this.network = network;
    }

    @GET
    @RolesAllowed({Role.ANALYST, Role.DASHBOARD})
    public List<Server> servers() {
        return network.servers();
    }
}
