package org.talon.branch.operation;

import org.talon.branch.catalogue.Product;
import org.talon.branch.ticket.Redirect;
import org.talon.shared.http.Parameters;

/** What a redirect says, however the wish to come back is called. */
final class RedirectRequest {

    private RedirectRequest() {}

    static Redirect of(Product to, String comesBack, Parameters parameters) {
        return new Redirect(
                to,
                parameters.guid("workPlaceId").orElse(null),
                parameters.guid("userId").orElse(null),
                parameters
                        .integer("priority", Redirect.LOWEST_PRIORITY, Redirect.HIGHEST_PRIORITY)
                        .orElse(null),
                parameters.flag(comesBack));
    }
}
