package org.talon.driver;

/** A server answered, and its answer is no. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String answer;

    Refused(String call, int status, String answer) {
        super(call + " was refused: " + status + " " + answer);
        this.status = status;
        this.answer = answer;
    }

    /** Whether this is the refusal of that status and code. */
    public boolean says(int itsStatus, String code) {
        return status == itsStatus && answer.contains('"' + code + '"');
    }

    public int status() {
        return status;
    }
}
