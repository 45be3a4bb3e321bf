package org.talon.branch.catalogue;

import java.util.Set;
import java.util.UUID;

/** A desk with a terminal, known by its client id, that serves some of the products. */
public record WorkPlace(UUID id, String clientId, String name, int number, Set<UUID> productIds, Selection selection) {}
