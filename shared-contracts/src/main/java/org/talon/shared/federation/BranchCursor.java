package org.talon.shared.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.federation.BranchPosition.Announcement;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Place;

/** Takes each number of a branch once and in order, whatever is sent again: moves a position through a batch. */
public class BranchCursor {

    /** What to do with a number. */
    public enum Verdict {
        /** It is the one that must come now. */
        NEXT,
        /** It was taken before. */
        DUPLICATE,
        /** Others are missing before it; it will be sent again after them. */
        GAP
    }

    /** A branch's clock may be set back a little. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final BranchPosition from;
    private int epoch;
    private long nextSeq;
    private Lineage lineage;
    private long offset;
    private @Nullable Long gapSeq;
    private @Nullable Place conflict;
    private @Nullable Place keptFrom;
    private @Nullable Instant lastAt;
    private boolean changesHistory;
    private boolean heard;
    private @Nullable Announcement announced;
    private @Nullable Instant completeTo;

    public BranchCursor(BranchPosition from) {
        this.from = from;
        this.epoch = from.epoch();
        this.nextSeq = from.nextSeq();
        this.lineage = from.lineage();
        this.offset = from.offset();
        this.gapSeq = from.gapSeq();
        this.conflict = from.conflict();
        this.keptFrom = from.keptFrom();
        this.lastAt = from.lastAt();
        this.announced = from.announced();
        this.completeTo = from.completeTo();
    }

    public BranchPosition from() {
        return from;
    }

    protected final int epoch() {
        return epoch;
    }

    protected final long nextSeq() {
        return nextSeq;
    }

    /** Takes an event; one that begins an epoch takes up where it says that the former one ends. */
    protected Verdict take(Fact fact) {
        long itsOffset = fact.source().offset();
        if (fact.event() instanceof EpochBegan begins && fact.epoch() > epoch) {
            return begin(fact, begins, itsOffset);
        }
        Verdict verdict = take(new Place(fact.epoch(), fact.seq()), itsOffset);
        if (verdict == Verdict.NEXT) {
            lastAt = fact.envelope().occurredAt();
        }
        return verdict;
    }

    private Verdict begin(Fact fact, EpochBegan begins, long itsOffset) {
        if (fact.seq() == 1 && lineage.isFollowedBy(begins, epoch, nextSeq - 1)) {
            changesHistory |= begins.previousEpoch() != epoch || begins.lastSeq() != nextSeq - 1;
            lineage = lineage.followedBy(begins, epoch, nextSeq - 1);
            forget();
            return next(fact.epoch(), 1, itsOffset);
        }
        if (begins.previousEpoch() < epoch) {
            goBack(begins.previousEpoch());
        }
        return gapAt(fact.seq(), itsOffset);
    }

    /** What is in is not the history of the branch as it is now, and what leads to that is missing: to where they part. */
    private void goBack(int itsEpoch) {
        List<Lineage.Ended> common = lineage.upTo(itsEpoch);
        if (common.isEmpty()) {
            return;
        }
        Lineage.Ended last = common.getLast();
        epoch = last.epoch();
        nextSeq = last.seenSeq() + 1;
        lineage = new Lineage(common.subList(0, common.size() - 1));
        changesHistory = true;
        forget();
    }

    /** What a lost history said of itself says nothing of another. */
    private void forget() {
        conflict = null;
        keptFrom = null;
        announced = null;
        completeTo = null;
        lastAt = null;
    }

    /** Takes what has a number but cannot be read. */
    protected Verdict take(Place place, long itsOffset) {
        if (place.epoch() < epoch || (place.epoch() == epoch && place.seq() < nextSeq)) {
            passOver(itsOffset);
            return Verdict.DUPLICATE;
        }
        if (place.epoch() > epoch || place.seq() > nextSeq) {
            return gapAt(place.seq(), itsOffset);
        }
        return next(place.epoch(), place.seq(), itsOffset);
    }

    private Verdict gapAt(long seq, long itsOffset) {
        hear(itsOffset);
        gapSeq = gapSeq == null ? Long.valueOf(seq) : gapSeq;
        return Verdict.GAP;
    }

    protected final Verdict next(int itsEpoch, long seq, long itsOffset) {
        epoch = itsEpoch;
        nextSeq = seq + 1;
        offset = itsOffset + 1;
        gapSeq = null;
        heard = true;
        return Verdict.NEXT;
    }

    void take(int itsEpoch, Heartbeat heartbeat, long itsOffset) {
        passOver(itsOffset);
        Announcement last = announced;
        if (last != null && heartbeat.at().isBefore(last.at())) {
            return;
        }
        if (itsEpoch >= epoch) {
            announced = new Announcement(itsEpoch, heartbeat.lastSeq(), heartbeat.at());
            // One of a former epoch is over where the branch lives in this one again.
            conflict = conflict == null || conflict.epoch() == epoch ? conflict : null;
            if (itsEpoch == epoch && forgot(heartbeat)) {
                conflictsAt(epoch, heartbeat.lastSeq() + 1);
            }
        } else if (last != null && last.epoch() == epoch) {
            // It has spoken in this epoch, and now lives in a former one again: restored, and it does not know. What of
            // that epoch it has in common with what is in cannot be told.
            conflict = new Place(itsEpoch, 1);
        }
    }

    /** A log loses its beginning, never anything else. */
    void takeShortened(Place first, long itsOffset) {
        passOver(itsOffset);
        keptFrom = keptFrom == null || keptFrom.isBefore(first) ? first : keptFrom;
    }

    /** Whether an event that is in happened before, and has none of the numbers that were given by then: it was restored. */
    private boolean forgot(Heartbeat heartbeat) {
        return heartbeat.lastSeq() < nextSeq - 1
                && lastAt != null
                && lastAt.isBefore(heartbeat.at().minus(SLACK));
    }

    /** Another event than the one that is in came under this number of the current epoch: two histories, one of them lost. */
    void conflictsAt(int itsEpoch, long seq) {
        Place at = new Place(itsEpoch, seq);
        if (itsEpoch == epoch && (conflict == null || at.isBefore(conflict))) {
            conflict = at;
        }
    }

    /** Whether just the numbers up to this one are taken. */
    boolean standsAt(int itsEpoch, long seq) {
        return epoch == itsEpoch && nextSeq == seq + 1;
    }

    /** Reads on behind a message that changes nothing; while a gap is open, reading on begins at the gap. */
    void passOver(long itsOffset) {
        hear(itsOffset);
        if (gapSeq == null) {
            offset = Math.max(offset, itsOffset + 1);
        }
    }

    /** A message that is read again after a restart is no sign of life. */
    private void hear(long itsOffset) {
        heard |= itsOffset >= from.offset();
    }

    /** Whether what counts of the branch's log is no longer what it was. */
    boolean changesHistory() {
        return changesHistory;
    }

    boolean opensGap() {
        return gapSeq != null && from.gapSeq() == null;
    }

    /** Where the branch stands after the batch; the same as before where nothing in it was new. */
    public BranchPosition to(Instant now) {
        BranchPosition to = new BranchPosition(
                from.branchId(),
                epoch,
                nextSeq,
                lineage,
                offset,
                gapSeq,
                conflict,
                keptFrom,
                lastAt,
                heard ? now : from.lastSeen(),
                announced,
                completeTo);
        // While two histories come, what is in may be of the other one.
        Announcement last = announced;
        return last != null && conflict == null && to.isIn(last) ? to.completeTo(last.at()) : to;
    }
}
