package org.talon.shared.time;

import java.util.UUID;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {
    UUID next();
}
