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
import java.util.List;
import org.talon.central.inbox.Move;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Which branches belong to the network. */
@Path("config/servers/registry")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RegistryResource {

    private final Registry registry;

    RegistryResource(Registry registry) {
        this.registry = registry;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    public List<RegistryEntry> all() {
        return registry.all();
    }

    @POST
    @Path("block")
    @RolesAllowed(Role.ADMIN)
    public RegistryEntry block(Parameters parameters, @Context SecurityContext caller) {
        return decide(Move.BLOCK, parameters, caller);
    }

    @POST
    @Path("unblock")
    @RolesAllowed(Role.ADMIN)
    public RegistryEntry unblock(Parameters parameters, @Context SecurityContext caller) {
        return decide(Move.UNBLOCK, parameters, caller);
    }

    @POST
    @Path("remove")
    @RolesAllowed(Role.ADMIN)
    public RegistryEntry remove(Parameters parameters, @Context SecurityContext caller) {
        return decide(Move.REMOVE, parameters, caller);
    }

    @POST
    @Path("restore")
    @RolesAllowed(Role.ADMIN)
    public RegistryEntry restore(Parameters parameters, @Context SecurityContext caller) {
        return decide(Move.RESTORE, parameters, caller);
    }

    private RegistryEntry decide(Move move, Parameters parameters, SecurityContext caller) {
        return registry.decide(move, parameters, caller.getUserPrincipal().getName());
    }
}
