package org.talon.branch.ticket;

import org.talon.shared.http.DomainException;

/** The branch offers no such service. */
public final class ProductUnknown extends DomainException {
    private ProductUnknown(String detail) {
        super(Kind.UNKNOWN, "product-unknown", detail);
    }

    public static ProductUnknown named(String reference) {
        return new ProductUnknown("there is no product with the id, IntegrationId or menu item " + reference);
    }
}
