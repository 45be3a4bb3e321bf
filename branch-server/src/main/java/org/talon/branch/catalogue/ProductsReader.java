package org.talon.branch.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the parts {@code products} and {@code routes} of a catalogue. */
final class ProductsReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "integrationId",
            "name",
            "prefix",
            "targetWaitMinutes",
            "category",
            "requiredFields",
            "dailyLimit",
            "hours",
            "booking");
    private static final Set<String> FIELD_KEYS = Set.of("id", "name", "type", "pattern", "required");
    private static final int MOST_A_DAY = 100_000;
    private static final int MOST_AT_ONCE = 1000;

    private final CatalogueNames names;
    private final Branch branch;
    private final Map<String, UUID> productIds = new LinkedHashMap<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();

    ProductsReader(CatalogueNames names, Branch branch) {
        this.names = names;
        this.branch = branch;
    }

    /** By IntegrationId. */
    Map<String, UUID> productIds() {
        return productIds;
    }

    /** By IntegrationId. */
    Map<String, Route> routesByName() {
        return routes;
    }

    List<Product> products(YamlPart file) {
        List<YamlPart> parts = file.parts("products", KEYS);
        if (parts.isEmpty()) {
            file.refuse("products", "expected a list of at least one service");
        }
        return parts.stream().map(this::product).toList();
    }

    private Product product(YamlPart part) {
        String integrationId = integrationId(part);
        UUID id = names.guid(part, "id", "product/" + branch.owner() + "/" + integrationId);
        productIds.put(integrationId, id);
        return new Product(
                id,
                part.text("name", "the service's name", name -> true),
                integrationId,
                part.text(
                                "prefix",
                                "1 to 3 letters",
                                v -> v.codePoints().allMatch(Character::isLetter) && v.length() <= 3)
                        .toUpperCase(Locale.ROOT),
                part.integer("targetWaitMinutes", 1, 1440, 15),
                part.words("category"),
                fields(part, id),
                part.has("dailyLimit") ? Integer.valueOf(part.integer("dailyLimit", 1, MOST_A_DAY, null)) : null,
                OpeningHoursReader.readOptional(part),
                slots(part));
    }

    private List<RequiredField> fields(YamlPart product, UUID productId) {
        return product.parts("requiredFields", FIELD_KEYS).stream()
                .map(part -> {
                    String name = part.text("name", "the field's name", any -> true);
                    return new RequiredField(
                            // Two services that ask for the same may share a field by writing down its id.
                            part.has("id")
                                    ? CatalogueNames.sharedGuid(part, "id")
                                    : names.guid(part, "id", "field/" + productId + "/" + name),
                            name,
                            part.choice("type", RequiredField.Type.class, RequiredField.Type.TEXT),
                            pattern(part),
                            part.flag("required", true));
                })
                .toList();
    }

    private static @Nullable Pattern pattern(YamlPart part) {
        return part.optionalText("pattern", "a regular expression", ProductsReader::isPattern)
                .map(Pattern::compile)
                .orElse(null);
    }

    private static boolean isPattern(String text) {
        try {
            return !Pattern.compile(text).pattern().isEmpty();
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }

    private static Product.@Nullable Slots slots(YamlPart product) {
        if (!product.has("booking")) {
            return null;
        }
        YamlPart part = product.part("booking", Set.of("capacity", "minutes", "hours"));
        return new Product.Slots(
                part.integer("capacity", 1, MOST_AT_ONCE, null),
                part.integer("minutes", 1, 720, 15),
                OpeningHoursReader.readOptional(part));
    }

    List<Route> routes(YamlPart file) {
        return file.parts("routes", Set.of("id", "integrationId", "name", "products")).stream()
                .map(part -> {
                    String integrationId = integrationId(part);
                    List<UUID> steps = part.texts("products").stream()
                            .map(step -> CatalogueNames.known(part, "products", step, productIds))
                            .toList();
                    if (steps.size() < 2) {
                        part.refuse("products", "expected a list of at least two services");
                    }
                    Route route = new Route(
                            names.guid(part, "id", "route/" + branch.owner() + "/" + integrationId),
                            integrationId,
                            part.text("name", "the route's name", name -> true),
                            steps);
                    routes.put(integrationId, route);
                    return route;
                })
                .toList();
    }

    private String integrationId(YamlPart part) {
        String integrationId = part.text("integrationId", "a short name such as 117", v -> v.length() <= 64);
        names.once(part, "integrationId", integrationId);
        return integrationId;
    }
}
