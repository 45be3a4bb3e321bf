package org.talon.branch.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product on the wire; one that left the catalogue keeps its id and name. */
public record ProductView(
        UUID id,
        String name,
        @Nullable String integrationId,
        @Nullable String prefix,
        @Nullable UUID categoryId,
        @Nullable Integer targetWaitMinutes,
        List<FieldView> requiredFields) {

    static ProductView of(Product product) {
        return new ProductView(
                product.id(),
                product.name(),
                product.integrationId(),
                product.prefix(),
                categoryId(product.category()),
                product.targetWaitMinutes(),
                product.requiredFields().stream().map(FieldView::of).toList());
    }

    /** What a visitor has to say. */
    public record FieldView(
            UUID id,
            String name,
            String type,
            @JsonProperty("IsRequired") boolean required) {
        static FieldView of(RequiredField field) {
            return new FieldView(field.id(), field.name(), field.type().wireName(), field.required());
        }
    }

    static @Nullable UUID categoryId(@Nullable String category) {
        return category == null
                ? null
                : UUID.nameUUIDFromBytes(("category/" + category).getBytes(StandardCharsets.UTF_8));
    }
}
