package org.talon.central.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.talon.shared.identity.Role;

/** The network today and at this moment. */
@Path("queue")
@RunOnVirtualThread
class TodayResource {

    private final ReadToday readToday;
    private final Clock clock;

    TodayResource(ReadToday readToday, Clock clock) {
        this.readToday = readToday;
        this.clock = clock;
    }

    @GET
    @Path("statistics")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed(Role.ANALYST)
    public List<TodayView> today() {
        return readToday.all().stream().map(TodayView::of).toList();
    }

    @GET
    @Path("load")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.DASHBOARD})
    public LoadView load() {
        return LoadView.of(readToday.all(), clock.instant());
    }
}
