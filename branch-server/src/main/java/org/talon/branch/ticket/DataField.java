package org.talon.branch.ticket;

import java.util.UUID;

/** What a visitor said of himself for a service; personal. */
public record DataField(UUID productRequiredFieldTypeId, String name, String value) {}
