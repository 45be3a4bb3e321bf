package org.talon.branch.catalogue;

import java.util.List;
import java.util.UUID;

/** Services that one visitor needs one after another, on one ticket. */
public record Route(UUID id, String integrationId, String name, List<UUID> productIds) {}
