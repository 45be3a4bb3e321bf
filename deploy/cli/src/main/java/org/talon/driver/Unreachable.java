package org.talon.driver;

/** A server did not answer: it is not there, or went away in the middle of a call, whose effect is then unknown. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(String call, Throwable cause) {
        super(call + " got no answer: " + cause, cause);
    }
}
