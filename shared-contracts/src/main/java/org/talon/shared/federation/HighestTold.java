package org.talon.shared.federation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.event.UnreadableEvent;
import org.talon.shared.federation.OwnTopic.Highest;

/** The highest number that some records of a branch's topic tell of, by an event or by a heartbeat. */
public final class HighestTold {

    private final EventCodec codec = new EventCodec();
    private @Nullable Highest highest;
    private boolean whole;

    /** What cannot be read is not from this branch, and tells of nothing. */
    public void take(byte @Nullable [] bytes) {
        try {
            Highest told = told(codec.decode(bytes == null ? new byte[0] : bytes));
            if (told != null && (highest == null || isHigher(told, highest))) {
                highest = told;
            }
        } catch (UnreadableEvent foreign) {
            return;
        }
    }

    /** Whether a heartbeat was among them: it comes only when all is sent, and so tells of all that there was. */
    public boolean isWhole() {
        return whole;
    }

    public Optional<Highest> highest() {
        return Optional.ofNullable(highest);
    }

    private @Nullable Highest told(EventEnvelope envelope) {
        if (envelope.seq() != null) {
            return new Highest(envelope.epoch(), envelope.seq(), envelope.eventId());
        }
        if (codec.event(envelope).orElse(null) instanceof Heartbeat beat && beat.lastSeq() > 0) {
            whole = true;
            return new Highest(envelope.epoch(), beat.lastSeq(), null);
        }
        return null;
    }

    /** Of two that tell of the same number the one that tells which event it is. */
    private static boolean isHigher(Highest one, Highest other) {
        return one.epoch() > other.epoch()
                || (one.epoch() == other.epoch()
                        && (one.seq() > other.seq() || (one.seq() == other.seq() && other.eventId() == null)));
    }
}
