package org.talon.invariants;

/** One thing that must hold, and what was found. */
record Finding(String invariant, String found, String expected, boolean holds) {

    static Finding none(String invariant, long violations, String of) {
        return new Finding(invariant, violations + " of " + of, "0", violations == 0);
    }

    static Finding same(String invariant, long found, long expected) {
        return new Finding(invariant, String.valueOf(found), String.valueOf(expected), found == expected);
    }
}
