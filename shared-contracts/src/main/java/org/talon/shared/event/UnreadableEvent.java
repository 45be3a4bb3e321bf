package org.talon.shared.event;

import org.jspecify.annotations.Nullable;

/** A message is not an event of ours, or its content does not fit its type. */
public final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
