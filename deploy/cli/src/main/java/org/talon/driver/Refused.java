package org.talon.driver;

/** A server answered, and its answer is no. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(String call, int status, String answer) {
        super(call + " was refused: " + status + " " + answer);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
