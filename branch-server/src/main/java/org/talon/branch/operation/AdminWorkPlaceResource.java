package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** What a hall administrator does with workplaces. */
@AtMostOnce
@Path("queue/admin/workPlaces")
@RolesAllowed(Role.HALL_ADMIN)
@RunOnVirtualThread
class AdminWorkPlaceResource {

    private final CloseWorkPlace closeWorkPlace;
    private final WorkPlaceStates states;

    AdminWorkPlaceResource(CloseWorkPlace closeWorkPlace, WorkPlaceStates states) {
        this.closeWorkPlace = closeWorkPlace;
        this.states = states;
    }

    @POST
    @Path("{workPlaceId}/close")
    public WorkPlaceView close(String workPlaceId) {
        return states.closedPlaceOf(closeWorkPlace.close(Parameters.guid("workPlaceId", workPlaceId)));
    }
}
