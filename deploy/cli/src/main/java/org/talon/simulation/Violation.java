package org.talon.simulation;

/** What must never be the case is. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    Violation(String what) {
        super(what, null, false, false);
    }
}
