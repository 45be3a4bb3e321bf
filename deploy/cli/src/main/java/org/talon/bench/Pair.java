package org.talon.bench;

/** Ours and its limit, measured one after the other. */
record Pair(double ours, double limit) {

    double ratio() {
        return ours / limit;
    }
}
