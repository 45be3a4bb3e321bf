package org.talon.central.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What head office last decided on a branch.
 *
 * @param since by the centre's clock
 * @param by the login of whoever decided
 * @param reason null where none was given, as a branch that is active again needs none
 */
public record Decision(
        Standing standing,
        Instant since,
        String by,
        @Nullable String reason) {}
