package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.MenuView;
import org.talon.branch.catalogue.Product;
import org.talon.branch.ticket.ProductUnknown;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** The services that can be booked. */
@ApplicationScoped
class BookableProducts {

    private final CurrentCatalogue catalogue;

    BookableProducts(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The menu that the catalogue offers for booking, as far as it leads to what can be booked. */
    MenuView menu() {
        Catalogue current = catalogue.get();
        String name = current.booking().menu();
        return current.menus().stream()
                .filter(menu -> name == null || menu.name().equals(name))
                .findFirst()
                .map(menu -> MenuView.of(menu, current, product -> product.booking() != null))
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "menu-unknown", "this branch has no menu for booking"));
    }

    /** The one product that a call names. */
    Product asked(Parameters parameters) {
        if (parameters.text("productId").isPresent()
                == parameters.text("menuLinkId").isPresent()) {
            throw DomainException.badParameter("productId", "expected exactly one of productId and menuLinkId");
        }
        String reference = parameters
                .text("productId")
                .or(() -> parameters.text("menuLinkId"))
                .orElseThrow();
        return catalogue.get().productByAnyName(reference).orElseThrow(() -> ProductUnknown.named(reference));
    }
}
