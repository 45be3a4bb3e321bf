package org.talon.replay;

import org.jspecify.annotations.Nullable;

/** What is compared, and how exactly. */
enum Figure {
    ISSUED("issued", "Issued"),
    SERVED("served", "Completed"),
    LEFT("left", "Cancelled"),
    WAIT_SUM("wait sum", "WaitSumSeconds"),
    WAIT_MAX("max", "MaxWaitSeconds"),
    WAIT_P50("p50", "P50WaitSeconds"),
    WAIT_P90("p90", "P90WaitSeconds"),
    SERVICE_SUM("service sum", "ServiceSumSeconds");

    private static final double PERCENTILE_TOLERANCE = 0.01;

    private final String label;
    private final String wireName;

    Figure(String label, String wireName) {
        this.label = label;
        this.wireName = wireName;
    }

    String label() {
        return label;
    }

    String wireName() {
        return wireName;
    }

    /** Counts, sums and maxima to the last digit; percentiles, which the centre keeps in buckets, within 1 %. */
    boolean agrees(@Nullable Long centre, @Nullable Long trace) {
        if (centre == null || trace == null) {
            return centre == null && trace == null;
        }
        long allowed = this == WAIT_P50 || this == WAIT_P90 ? (long) (trace * PERCENTILE_TOLERANCE) : 0;
        return Math.abs(centre - trace) <= allowed;
    }
}
