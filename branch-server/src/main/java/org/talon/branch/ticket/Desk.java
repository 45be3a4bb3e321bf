package org.talon.branch.ticket;

import java.util.Set;
import java.util.UUID;
import org.talon.branch.catalogue.Selection;

/** A workplace that looks for its next visitor: who sits there, what it serves, and how it chooses. */
public record Desk(UUID workPlaceId, UUID userId, Set<UUID> productIds, Selection selection) {}
