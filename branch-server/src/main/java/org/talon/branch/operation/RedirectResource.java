package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.MenuView;
import org.talon.branch.catalogue.Product;
import org.talon.branch.catalogue.UserView;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.branch.ticket.ProductUnknown;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketViews;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Where an operator can send his visitor, and how he does. */
@AtMostOnce
@Path("operation")
@RolesAllowed(Role.OPERATOR)
@RunOnVirtualThread
class RedirectResource {

    private final CurrentSession session;
    private final RedirectVisitor redirectVisitor;
    private final RedirectTargets targets;
    private final CurrentCatalogue catalogue;
    private final TicketViews views;

    RedirectResource(
            CurrentSession session,
            RedirectVisitor redirectVisitor,
            RedirectTargets targets,
            CurrentCatalogue catalogue,
            TicketViews views) {
        this.session = session;
        this.redirectVisitor = redirectVisitor;
        this.targets = targets;
        this.catalogue = catalogue;
        this.views = views;
    }

    @GET
    @Path("menu")
    public MenuView menu() {
        session.requireOpen();
        return MenuView.ofFirst(catalogue.get());
    }

    @POST
    @Path("redirect/users/{menuLinkId}")
    public List<UserView> users(String menuLinkId) {
        return targets.users(product(menuLinkId), session.get().workPlaceId());
    }

    @POST
    @Path("redirect/workPlaces/{menuLinkId}")
    public List<WorkPlaceView> workPlaces(String menuLinkId) {
        return targets.workPlaces(product(menuLinkId), session.get().workPlaceId());
    }

    @POST
    @Path("redirect/{menuLinkId}")
    public TicketProductView redirect(String menuLinkId, Parameters parameters) {
        return views.one(redirectVisitor.served(RedirectRequest.of(product(menuLinkId), "returnAfter", parameters)));
    }

    private Product product(String reference) {
        return catalogue.get().productByAnyName(reference).orElseThrow(() -> ProductUnknown.named(reference));
    }
}
