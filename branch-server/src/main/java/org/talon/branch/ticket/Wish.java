package org.talon.branch.ticket;

import java.util.List;
import java.util.stream.Stream;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.Product;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/**
 * What a visitor asks for.
 *
 * @param paths each a single service, or the services of a route in their order
 * @param priority −100…100, higher first
 */
public record Wish(List<List<Product>> paths, int priority, GivenFields fields) {

    static final int LOWEST_PRIORITY = -100;
    static final int HIGHEST_PRIORITY = 100;
    private static final int MOST_SERVICES = 20;

    static Wish of(Parameters parameters, Catalogue catalogue) {
        List<String> names = Stream.concat(
                        parameters.list("productId").stream(), parameters.list("menuLinkId").stream())
                .toList();
        if (names.isEmpty()) {
            throw DomainException.badParameter("productId", "is required, or menuLinkId");
        }
        if (names.size() > MOST_SERVICES) {
            throw DomainException.badParameter("productId", "expected at most " + MOST_SERVICES + " services");
        }
        return new Wish(
                names.stream().map(name -> path(name, catalogue)).toList(),
                priority(parameters),
                GivenFields.of(parameters));
    }

    private static List<Product> path(String name, Catalogue catalogue) {
        return catalogue
                .routeByAnyName(name)
                .map(route -> route.productIds().stream()
                        .map(id -> catalogue.product(id).orElseThrow(() -> ProductUnknown.named(id.toString())))
                        .toList())
                .orElseGet(
                        () -> List.of(catalogue.productByAnyName(name).orElseThrow(() -> ProductUnknown.named(name))));
    }

    static int priority(Parameters parameters) {
        return parameters.integer("priority", LOWEST_PRIORITY, HIGHEST_PRIORITY).orElse(0);
    }

    List<Product> products() {
        return paths.stream().flatMap(List::stream).toList();
    }
}
