package org.talon.branch.forecast;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Directory;
import org.talon.branch.catalogue.Product;
import org.talon.branch.ticket.ProductUnknown;
import org.talon.shared.http.Parameters;

/** How long one would wait, for whoever asks. */
@Path("queue/awaiting")
@PermitAll
@RunOnVirtualThread
class AwaitingResource {

    private final WaitForecast forecast;
    private final CurrentCatalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    AwaitingResource(WaitForecast forecast, CurrentCatalogue catalogue, Directory directory, Clock clock) {
        this.forecast = forecast;
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    public List<AwaitingView> awaiting(UriInfo uri) {
        Parameters parameters = Parameters.ofQuery(uri);
        Catalogue current = catalogue.get();
        List<Product> asked = parameters
                .text("productId")
                .or(() -> parameters.text("menuLinkId"))
                .map(name -> List.of(current.productByAnyName(name).orElseThrow(() -> ProductUnknown.named(name))))
                .orElse(current.products());
        return forecast.at(clock.instant(), asked.stream().map(Product::id).toList()).stream()
                .map(expected -> AwaitingView.of(
                        expected, directory.product(expected.productId()).name()))
                .toList();
    }
}
