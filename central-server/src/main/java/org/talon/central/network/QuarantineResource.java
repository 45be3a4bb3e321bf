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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.QuarantineRoom;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** What nobody could read: to be looked at, read again, given up. */
@Path("queue/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class QuarantineResource {

    private final Network network;
    private final QuarantineRoom quarantine;

    QuarantineResource(Network network, QuarantineRoom quarantine) {
        this.network = network;
        this.quarantine = quarantine;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    public List<QuarantineRoom.Quarantined> quarantined(@Context UriInfo uri) {
        return quarantine.all(only(Parameters.ofQuery(uri)));
    }

    @POST
    @Path("replay")
    @RolesAllowed(Role.ADMIN)
    public QuarantineRoom.Settled replay(Parameters parameters) {
        return quarantine.replay(only(parameters));
    }

    @POST
    @Path("discard")
    @RolesAllowed(Role.ADMIN)
    public QuarantineRoom.Settled discard(Parameters parameters) {
        return quarantine.discard(only(parameters));
    }

    /** The one server that is named; null where none is. */
    private @Nullable UUID only(Parameters parameters) {
        AskedServers asked = AskedServers.of(parameters);
        if (asked.ids().size() > 1) {
            throw DomainException.badParameter("serverId", "expected one server, or none for all");
        }
        return asked.ids().isEmpty()
                ? null
                : asked.among(network.everKnown()).getFirst().id();
    }
}
