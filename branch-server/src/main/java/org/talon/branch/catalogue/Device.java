package org.talon.branch.catalogue;

import java.util.Set;
import java.util.UUID;

/** A board or survey console, known by its client id; limited to some workplaces and products, or to none in particular. */
public record Device(Kind kind, String clientId, Set<UUID> workPlaceIds, Set<UUID> productIds) {

    /** What stands in the hall. */
    public enum Kind {
        BOARD,
        SURVEY_CONSOLE
    }
}
