package org.talon.branch.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person on the wire; one who left the catalogue has no login any more. */
public record UserView(UUID id, String name, @Nullable String login) {}
