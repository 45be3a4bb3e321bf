package org.talon.branch.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the part {@code menus} of a catalogue. */
final class MenusReader {

    private static final Set<String> ITEM_KEYS = Set.of("id", "name", "product", "route", "items");
    private static final int MAX_DEPTH = 10;

    private final CatalogueNames names;
    private final ProductsReader products;
    private final UUID branchId;

    MenusReader(CatalogueNames names, ProductsReader products, UUID branchId) {
        this.names = names;
        this.products = products;
        this.branchId = branchId;
    }

    List<Menu> menus(YamlPart file) {
        return file.parts("menus", Set.of("id", "name", "items")).stream()
                .map(part -> {
                    String name = part.text("name", "the menu's name", any -> true);
                    String place = "menu/" + branchId + "/" + name;
                    names.once(part, "name", name);
                    return new Menu(names.guid(part, "id", place), name, items(part, place, 1));
                })
                .toList();
    }

    private List<Menu.Item> items(YamlPart above, String place, int depth) {
        if (depth > MAX_DEPTH) {
            above.refuse("items", "is nested more than " + MAX_DEPTH + " deep");
            return List.of();
        }
        return above.parts("items", ITEM_KEYS).stream()
                .map(part -> item(part, place, depth))
                .toList();
    }

    private Menu.Item item(YamlPart part, String above, int depth) {
        Route route = route(part);
        String service = route == null ? part.words("product") : route.integrationId();
        String name = service == null || part.has("name") ? part.text("name", "the item's name", v -> true) : service;
        String place = above + "/" + (service == null ? name : service);
        if ((part.has("product") ? 1 : 0) + (part.has("route") ? 1 : 0) + (part.has("items") ? 1 : 0) != 1) {
            part.refuse("product", "expected either a product, a route or items");
        }
        return new Menu.Item(
                names.guid(part, "id", place),
                name,
                productId(part, route),
                route == null ? null : route.id(),
                items(part, place, depth + 1));
    }

    private @Nullable Route route(YamlPart part) {
        String name = part.words("route");
        Route route = name == null ? null : products.routesByName().get(name);
        if (name != null && route == null) {
            part.refuse(
                    "route",
                    "\"" + name + "\" is not known; expected one of "
                            + String.join(", ", products.routesByName().keySet()));
        }
        return route;
    }

    private @Nullable UUID productId(YamlPart part, @Nullable Route route) {
        if (route != null) {
            return route.productIds().isEmpty() ? null : route.productIds().getFirst();
        }
        String product = part.words("product");
        return product == null ? null : CatalogueNames.known(part, "product", product, products.productIds());
    }
}
