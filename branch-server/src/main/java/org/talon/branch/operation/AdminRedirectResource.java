package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Product;
import org.talon.branch.catalogue.UserView;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.branch.ticket.ProductUnknown;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** How a hall administrator sends on a visitor who waits. */
@AtMostOnce
@Path("queue/admin/redirect")
@RolesAllowed(Role.HALL_ADMIN)
@RunOnVirtualThread
class AdminRedirectResource {

    private final RedirectVisitor redirectVisitor;
    private final RedirectTargets targets;
    private final CurrentCatalogue catalogue;
    private final TicketViews views;

    AdminRedirectResource(
            RedirectVisitor redirectVisitor, RedirectTargets targets, CurrentCatalogue catalogue, TicketViews views) {
        this.redirectVisitor = redirectVisitor;
        this.targets = targets;
        this.catalogue = catalogue;
        this.views = views;
    }

    @POST
    @Path("users/{productId}")
    public List<UserView> users(String productId) {
        return targets.users(product(productId), null);
    }

    @POST
    @Path("workPlaces/{productId}")
    public List<WorkPlaceView> workPlaces(String productId) {
        return targets.workPlaces(product(productId), null);
    }

    @POST
    @Path("{productId}")
    public TicketProductView redirect(String productId, Parameters parameters) {
        return views.one(redirectVisitor.waiting(
                Parameters.guid("ticketProductId", parameters.requiredText("ticketProductId")),
                RedirectRequest.of(product(productId), "return", parameters)));
    }

    private Product product(String reference) {
        return catalogue.get().productByAnyName(reference).orElseThrow(() -> ProductUnknown.named(reference));
    }
}
