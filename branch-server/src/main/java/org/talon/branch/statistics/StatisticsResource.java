package org.talon.branch.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talon.shared.figures.Grouping;
import org.talon.shared.figures.Grouping.By;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** The branch's figures. */
@Path("queue/statistics")
@RolesAllowed({Role.HALL_ADMIN, Role.ANALYST})
@RunOnVirtualThread
class StatisticsResource {

    private static final Set<By> OFFERED = EnumSet.complementOf(EnumSet.of(By.SERVER));

    private final BranchStatistics statistics;

    StatisticsResource(BranchStatistics statistics) {
        this.statistics = statistics;
    }

    @GET
    public StatisticsView today() {
        return statistics.today();
    }

    @GET
    @Path("history")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public List<HistoryRow> history(UriInfo uri) {
        Parameters parameters = Parameters.ofQuery(uri);
        return statistics.history(DateRange.of(parameters), groups(parameters.list("groupBy")));
    }

    private static Set<By> groups(List<String> names) {
        try {
            return names.isEmpty() ? EnumSet.of(By.DAY) : Grouping.parse(names, OFFERED);
        } catch (IllegalArgumentException unknown) {
            throw DomainException.badParameter("groupBy", String.valueOf(unknown.getMessage()));
        }
    }
}
