package org.talon.branch.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;

/** A menu on the wire: a tree. */
public record MenuView(UUID id, String name, List<ItemView> menuItems) {

    /** A folder has {@code SubItems}; a leaf has none, not even the key, but a {@code Product}: clients test for the key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemView(
            UUID id,
            String name,
            @Nullable ProductView product,
            @Nullable List<ItemView> subItems) {

        private boolean leadsNowhere() {
            return product == null && (subItems == null || subItems.isEmpty());
        }
    }

    static MenuView of(Menu menu, Catalogue catalogue) {
        return of(menu, catalogue, any -> true);
    }

    /** Only what leads to some products; folders that lead nowhere fall away. */
    public static MenuView of(Menu menu, Catalogue catalogue, Predicate<Product> shown) {
        return new MenuView(menu.id(), menu.name(), items(menu.items(), catalogue, shown));
    }

    public static MenuView ofFirst(Catalogue catalogue) {
        return catalogue.menus().stream()
                .findFirst()
                .map(menu -> of(menu, catalogue))
                .orElseThrow(() ->
                        new DomainException(DomainException.Kind.UNKNOWN, "menu-unknown", "this branch has no menu"));
    }

    private static List<ItemView> items(List<Menu.Item> items, Catalogue catalogue, Predicate<Product> shown) {
        return items.stream()
                .flatMap(item -> item.productId() == null
                        ? Stream.of(folder(item, catalogue, shown))
                        : catalogue.product(item.productId()).filter(shown).stream()
                                .map(product -> new ItemView(item.id(), item.name(), ProductView.of(product), null)))
                .filter(item -> !item.leadsNowhere())
                .toList();
    }

    private static ItemView folder(Menu.Item item, Catalogue catalogue, Predicate<Product> shown) {
        return new ItemView(item.id(), item.name(), null, items(item.items(), catalogue, shown));
    }
}
