package org.talon.branch.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A category, or a product below one, in few words. */
record SimpleProductView(
        UUID id,
        String name,
        @Nullable UUID parentId,
        @JsonProperty("IsCategory") boolean category) {

    /** Categories first, each once. */
    static List<SimpleProductView> allOf(Catalogue catalogue) {
        Map<String, UUID> categories = new LinkedHashMap<>();
        for (Product product : catalogue.products()) {
            UUID id = ProductView.categoryId(product.category());
            if (product.category() != null && id != null) {
                categories.putIfAbsent(product.category(), id);
            }
        }
        return Stream.concat(
                        categories.entrySet().stream()
                                .map(category ->
                                        new SimpleProductView(category.getValue(), category.getKey(), null, true)),
                        catalogue.products().stream()
                                .map(p -> new SimpleProductView(
                                        p.id(), p.name(), ProductView.categoryId(p.category()), false)))
                .toList();
    }
}
