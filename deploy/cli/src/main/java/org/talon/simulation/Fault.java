package org.talon.simulation;

/** Something failed as machines do: a process died, a link is cut, a database does not answer. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    Fault(String what) {
        super(what, null, false, false);
    }
}
