package org.talon.report;

/** One thing that must hold, and what was found. */
public record Finding(String invariant, String found, String expected, boolean holds) {

    public static Finding none(String invariant, long violations, String of) {
        return new Finding(invariant, violations + " of " + of, "0", violations == 0);
    }

    public static Finding same(String invariant, long found, long expected) {
        return new Finding(invariant, String.valueOf(found), String.valueOf(expected), found == expected);
    }
}
