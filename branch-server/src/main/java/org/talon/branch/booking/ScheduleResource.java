package org.talon.branch.booking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.talon.branch.catalogue.MenuView;
import org.talon.shared.http.Parameters;

/** What can be booked, and when, for whoever asks. */
@Path("booking")
@PermitAll
@RunOnVirtualThread
class ScheduleResource {

    private final BookableProducts products;
    private final Schedule schedule;

    ScheduleResource(BookableProducts products, Schedule schedule) {
        this.products = products;
        this.schedule = schedule;
    }

    @GET
    @Path("menu")
    public MenuView menu() {
        return products.menu();
    }

    /** With a {@code date}, its times; without, the days. */
    @GET
    @Path("schedule/days")
    public List<?> days(UriInfo uri) {
        Parameters parameters = Parameters.ofQuery(uri);
        return parameters.text("date").isPresent()
                ? times(parameters.text("date").get(), parameters)
                : YearView.of(schedule.days(products.asked(parameters)));
    }

    @GET
    @Path("schedule/days/{date}")
    public List<SlotView> times(String date, UriInfo uri) {
        return times(date, Parameters.ofQuery(uri));
    }

    private List<SlotView> times(String date, Parameters parameters) {
        return schedule.times(products.asked(parameters), Parameters.date("date", date));
    }
}
