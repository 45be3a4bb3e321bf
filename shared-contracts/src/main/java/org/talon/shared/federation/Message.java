package org.talon.shared.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.figures.FigureKey;
import org.talon.shared.figures.Tally;

/** What a record of Kafka turned out to be. */
public sealed interface Message {

    Received source();

    /** Whose it is; null where that cannot be told. */
    @Nullable UUID branchId();

    /**
     * Something that happened.
     *
     * @param event null where this version of the program does not know the type
     */
    record Fact(
            Received source,
            EventEnvelope envelope,
            long seq,
            @Nullable BranchEvent event,
            List<Figure> figures) implements Message {

        @Override
        public UUID branchId() {
            return envelope.branchId();
        }

        public int epoch() {
            return envelope.epoch();
        }

        public JsonNode data() {
            return envelope.data();
        }
    }

    /** What a fact adds to the figures. */
    record Figure(FigureKey key, Tally adds) {}

    /** The branch is alive and says how far it is. */
    record LifeSign(Received source, UUID branchId, int epoch, Heartbeat heartbeat) implements Message {}

    /** The branch says what it makes of a date. */
    record Digest(Received source, UUID branchId, int epoch, DayDigest digest) implements Message {}

    /** The branch no longer keeps what came before {@code first}. */
    record Shortened(Received source, UUID branchId, Place first) implements Message {}

    /** A newer branch says something that is no fact, and that this version of the program does not know. */
    record Aside(Received source, UUID branchId, String type) implements Message {}

    /** Nobody can read it; {@code place} is its place in the branch's sequence, where at least that can be told. */
    record Poison(
            Received source,
            @Nullable UUID branchId,
            @Nullable Place place,
            String reason) implements Message {

        public static Poison of(Message refused, String reason) {
            Place place = refused instanceof Fact fact ? new Place(fact.epoch(), fact.seq()) : null;
            return new Poison(refused.source(), refused.branchId(), place, reason);
        }
    }

    /** A place in a branch's sequence. */
    record Place(int epoch, long seq) {

        boolean isBefore(Place other) {
            return epoch < other.epoch || (epoch == other.epoch && seq < other.seq);
        }
    }
}
