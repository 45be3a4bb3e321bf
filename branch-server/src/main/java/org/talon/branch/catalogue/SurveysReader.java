package org.talon.branch.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads the part {@code surveys} of a catalogue. */
final class SurveysReader {

    private static final Set<String> KEYS = Set.of("id", "name", "products", "questions");

    private final CatalogueNames names;
    private final Map<String, UUID> productIds;
    private final Branch branch;
    private final Set<String> taken = new HashSet<>();

    SurveysReader(CatalogueNames names, Map<String, UUID> productIds, Branch branch) {
        this.names = names;
        this.productIds = productIds;
        this.branch = branch;
    }

    List<Survey> surveys(YamlPart file) {
        return file.parts("surveys", KEYS).stream().map(this::survey).toList();
    }

    private Survey survey(YamlPart part) {
        String name = part.text("name", "the survey's name", any -> true);
        if (!name.isEmpty() && !taken.add(name)) {
            part.refuse("name", "\"" + name + "\" is taken already; expected another");
        }
        Set<UUID> products = CatalogueNames.allKnown(part, "products", productIds);
        if (part.has("products") && products.isEmpty()) {
            part.refuse("products", "expected at least one service; a survey for all has no products here");
        }
        // As with services: what branches of one organisation ask under one name can be added up by the centre.
        UUID id = names.guid(part, "id", "survey/" + branch.owner() + "/" + name);
        return new Survey(id, name, products, new SurveyQuestionsReader(id, part).questions());
    }
}
