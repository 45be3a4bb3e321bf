package org.talon.branch.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Questions to visitors of some services, or of all. Its questions are asked in their order, but for leaps forward. */
public record Survey(UUID id, String name, Set<UUID> productIds, List<SurveyQuestion> questions) {

    /** Whether it was made for this service; one without services is for all, and was made for none. */
    public boolean suits(UUID productId) {
        return productIds.contains(productId);
    }

    public boolean suitsAll() {
        return productIds.isEmpty();
    }
}
