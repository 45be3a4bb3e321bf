package org.talon.shared.figures;

/**
 * Log-linear buckets of whole seconds: waits below 256 s have a bucket each, above that every doubling is cut into 128.
 * A bucket's {@link #middle} is within 0.4 % of every wait in it. The layout is fixed for ever: counts of the same
 * bucket add up over branches, days and versions. (The layout is HdrHistogram's with 7 significant bits.)
 */
public final class WaitBuckets {

    private static final int BITS = 7;
    private static final int PER_DOUBLING = 1 << BITS;

    private WaitBuckets() {}

    /** @param seconds ≥ 0 */
    public static int of(long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("a wait is never negative: " + seconds);
        }
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(seconds) - BITS - 1);
        return (int) (seconds >>> shift) + shift * PER_DOUBLING;
    }

    /** The middle of a bucket in whole seconds. */
    public static long middle(int bucket) {
        int shift = Math.max(0, bucket / PER_DOUBLING - 1);
        long lowest = (long) (bucket - shift * PER_DOUBLING) << shift;
        return lowest + ((1L << shift) - 1) / 2;
    }
}
