package org.talon.central.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.BranchPosition.Announcement;
import org.talon.shared.event.Heartbeat;

/**
 * Takes each number of a branch once and in order, whatever is sent again: moves a position through a batch.
 * Knows nothing of tables or of Kafka.
 */
final class BranchCursor {

    /** What to do with a number. */
    enum Verdict {
        /** It is the one that must come now. */
        NEXT,
        /** It was taken before. */
        DUPLICATE,
        /** Others are missing before it; it will be sent again after them. */
        GAP
    }

    private final BranchPosition from;
    private int epoch;
    private long nextSeq;
    private long offset;
    private @Nullable Long gapSeq;
    private boolean heard;
    private @Nullable Announcement announced;

    BranchCursor(BranchPosition from) {
        this.from = from;
        this.epoch = from.epoch();
        this.nextSeq = from.nextSeq();
        this.offset = from.offset();
        this.gapSeq = from.gapSeq();
        this.announced = from.announced();
    }

    BranchPosition from() {
        return from;
    }

    /** Takes a numbered message. A higher epoch begins with its number 1. */
    Verdict take(int itsEpoch, long seq, long itsOffset) {
        if (itsEpoch < epoch || (itsEpoch == epoch && seq < nextSeq)) {
            passOver(itsOffset);
            return Verdict.DUPLICATE;
        }
        if (itsEpoch == epoch ? seq > nextSeq : seq > 1) {
            hear(itsOffset);
            gapSeq = gapSeq == null ? Long.valueOf(seq) : gapSeq;
            return Verdict.GAP;
        }
        epoch = itsEpoch;
        nextSeq = seq + 1;
        offset = itsOffset + 1;
        gapSeq = null;
        heard = true;
        return Verdict.NEXT;
    }

    void take(int itsEpoch, Heartbeat heartbeat, long itsOffset) {
        passOver(itsOffset);
        boolean newer = announced == null || !heartbeat.at().isBefore(announced.at());
        if (newer && itsEpoch >= epoch) {
            announced = new Announcement(itsEpoch, heartbeat.lastSeq(), heartbeat.at());
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

    boolean opensGap() {
        return gapSeq != null && from.gapSeq() == null;
    }

    /** Where the branch stands after the batch; the same as before where nothing in it was new. */
    BranchPosition to(Instant now) {
        return new BranchPosition(
                from.branchId(),
                epoch,
                nextSeq,
                offset,
                gapSeq,
                heard ? now : from.lastSeen(),
                announced,
                announced != null && isIn(announced) ? announced.at() : from.completeTo());
    }

    private boolean isIn(Announcement last) {
        return last.lastSeq() == 0 || (last.epoch() == epoch && nextSeq > last.lastSeq());
    }
}
