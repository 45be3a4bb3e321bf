package org.talon.branch.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tree from which a visitor chooses a service. */
public record Menu(UUID id, String name, List<Item> items) {

    /** A folder with items, or a leaf with a product; the product of a leaf with a route is the route's first. */
    public record Item(
            UUID id,
            String name,
            @Nullable UUID productId,
            @Nullable UUID routeId,
            List<Item> items) {}
}
