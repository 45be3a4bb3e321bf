package org.talon.planted;

/** A mistake does not fit the classes that it is meant for; the message says which of them, and what it expects there. */
public final class CannotPlant extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotPlant(String line) {
        super(line);
    }
}
