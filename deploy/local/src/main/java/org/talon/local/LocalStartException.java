package org.talon.local;

import org.jspecify.annotations.Nullable;

/** Something on this machine keeps PostgreSQL or Kafka from starting; the message is one line, fit to be shown as it is. */
public final class LocalStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStartException(String line) {
        super(line);
    }

    public LocalStartException(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
