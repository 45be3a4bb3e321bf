package org.talon.shared.figures;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.DayDigest;

/**
 * Counts and sums that add: the figures of a branch, a day or the network are the sum of the tallies of their parts,
 * in whatever order. Not safe for use by several threads.
 */
public final class Tally {

    private long issued;
    private long completed;
    private long rejected;
    private long cancelled;
    private long redirected;
    private long expired;
    private long waitSumSeconds;
    private long waitCount;
    private long maxWaitSeconds;
    private long withinTarget;
    private long serviceSumSeconds;
    private long serviceCount;
    private final TreeMap<Integer, Long> waitBuckets = new TreeMap<>();

    public Tally issue() {
        issued++;
        return this;
    }

    /** The first call of a visitor who had waited so many whole seconds. */
    public Tally call(long waitedSeconds, boolean inTarget) {
        waitSumSeconds += waitedSeconds;
        waitCount++;
        maxWaitSeconds = Math.max(maxWaitSeconds, waitedSeconds);
        withinTarget += inTarget ? 1 : 0;
        waitBuckets.merge(WaitBuckets.of(waitedSeconds), 1L, Long::sum);
        return this;
    }

    public Tally complete(long servedSeconds) {
        completed++;
        serviceSumSeconds += servedSeconds;
        serviceCount++;
        return this;
    }

    public Tally reject() {
        rejected++;
        return this;
    }

    public Tally cancel() {
        cancelled++;
        return this;
    }

    public Tally expire() {
        expired++;
        return this;
    }

    /** @param servedSeconds of a part whose service had begun; null where it had not */
    public Tally redirect(@Nullable Long servedSeconds) {
        redirected++;
        if (servedSeconds != null) {
            serviceSumSeconds += servedSeconds;
            serviceCount++;
        }
        return this;
    }

    public Tally add(Tally other) {
        issued += other.issued;
        completed += other.completed;
        rejected += other.rejected;
        cancelled += other.cancelled;
        redirected += other.redirected;
        expired += other.expired;
        waitSumSeconds += other.waitSumSeconds;
        waitCount += other.waitCount;
        maxWaitSeconds = Math.max(maxWaitSeconds, other.maxWaitSeconds);
        withinTarget += other.withinTarget;
        serviceSumSeconds += other.serviceSumSeconds;
        serviceCount += other.serviceCount;
        other.waitBuckets.forEach((bucket, count) -> waitBuckets.merge(bucket, count, Long::sum));
        return this;
    }

    /** Adds sums that were stored apart from their buckets. */
    public Tally addStored(Counts counts) {
        issued += counts.issued();
        completed += counts.completed();
        rejected += counts.rejected();
        cancelled += counts.cancelled();
        redirected += counts.redirected();
        expired += counts.expired();
        waitSumSeconds += counts.waitSumSeconds();
        waitCount += counts.waitCount();
        maxWaitSeconds = Math.max(maxWaitSeconds, counts.maxWaitSeconds());
        withinTarget += counts.withinTarget();
        serviceSumSeconds += counts.serviceSumSeconds();
        serviceCount += counts.serviceCount();
        return this;
    }

    /** Adds a stored bucket; its waits must be in {@link #addStored}'s counts too. */
    public Tally addBucket(int bucket, long count) {
        waitBuckets.merge(bucket, count, Long::sum);
        return this;
    }

    public Counts counts() {
        return new Counts(
                issued,
                completed,
                rejected,
                cancelled,
                redirected,
                expired,
                waitSumSeconds,
                waitCount,
                maxWaitSeconds,
                withinTarget,
                serviceSumSeconds,
                serviceCount);
    }

    /** What of it adds without buckets or maxima, as a branch tells it of a day. */
    public DayDigest.Sums sums() {
        return new DayDigest.Sums(
                issued,
                completed,
                rejected,
                cancelled,
                redirected,
                expired,
                waitSumSeconds,
                waitCount,
                withinTarget,
                serviceSumSeconds,
                serviceCount);
    }

    /** Number of waits by {@link WaitBuckets bucket}, lowest first. */
    public SortedMap<Integer, Long> waitBuckets() {
        return Collections.unmodifiableSortedMap(waitBuckets);
    }

    /**
     * Nearest-rank percentile of the waits, within 1 %.
     *
     * @param share above 0, up to 1
     * @return whole seconds, or null where nobody was called
     */
    public @Nullable Long waitPercentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * waitCount));
        long seen = 0;
        for (var bucket : waitBuckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return Math.min(WaitBuckets.middle(bucket.getKey()), maxWaitSeconds);
            }
        }
        return null;
    }

    /** The counts and sums of a tally, without its buckets: a row of a rollup. */
    public record Counts(
            long issued,
            long completed,
            long rejected,
            long cancelled,
            long redirected,
            long expired,
            long waitSumSeconds,
            long waitCount,
            long maxWaitSeconds,
            long withinTarget,
            long serviceSumSeconds,
            long serviceCount) {}
}
