package org.talon.branch.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** What the branch offers, for whoever asks. */
@Path("config")
@PermitAll
@RunOnVirtualThread
class ConfigResource {

    private final CurrentCatalogue catalogue;

    ConfigResource(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A menu without its tree. */
    record MenuHeadView(UUID id, String name) {}

    @GET
    @Path("products")
    public List<ProductView> products() {
        return catalogue.get().products().stream().map(ProductView::of).toList();
    }

    @GET
    @Path("products/simple")
    public List<SimpleProductView> simpleProducts() {
        return SimpleProductView.allOf(catalogue.get());
    }

    @GET
    @Path("menus")
    public List<MenuHeadView> menus() {
        return catalogue.get().menus().stream()
                .map(menu -> new MenuHeadView(menu.id(), menu.name()))
                .toList();
    }

    @GET
    @Path("menus/{menuId}")
    public MenuView menu(String menuId) {
        Catalogue current = catalogue.get();
        return current.menu(Parameters.guid("menuId", menuId))
                .map(menu -> MenuView.of(menu, current))
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "menu-unknown", "there is no menu " + menuId));
    }
}
