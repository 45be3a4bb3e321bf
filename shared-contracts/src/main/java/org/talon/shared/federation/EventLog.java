package org.talon.shared.federation;

import java.util.List;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.Message.Place;

/**
 * The events of a branch in its database: every committed one gets one dense number, the same at every reading, and each
 * ticket's keep the order in which they were committed. How its storage fails is its own matter.
 */
public interface EventLog {

    /**
     * How far the branch has come.
     *
     * @param horizon every transaction below it is settled
     * @param newest no transaction has reached it yet
     * @param unsealed whether events below the horizon wait to be sealed
     */
    record State(int epoch, long acknowledgedSeq, long sealedSeq, long horizon, long newest, boolean unsealed) {

        State acknowledgedTo(long seq) {
            return new State(epoch, seq, sealedSeq, horizon, newest, unsealed);
        }
    }

    State state() throws Exception;

    /** Numbers what is settled. */
    void seal() throws Exception;

    /** The numbered events from a number on, in order, of one epoch; none where it is not numbered yet. */
    List<EventEnvelope> read(int epoch, long fromSeq, int most) throws Exception;

    /**
     * Notes that Kafka has all up to {@code seq}; never goes back. Fails where the relay lost its lock since it took it: the
     * database may be another by now.
     */
    void acknowledge(int epoch, long seq) throws Exception;

    /** The first number that is still kept: all before it was acknowledged, and its time is over. */
    default Place first() throws Exception {
        return new Place(1, 1);
    }

    /** The last number that counts of each former epoch, oldest first. */
    List<Place> ended() throws Exception;

    /**
     * Begins a new epoch, whose first event says so; the former one ends at {@code keptSeq} or, where numbers are kept only in
     * larger pieces, a little before, and is as if it had never been where nothing of it is kept. What was numbered behind
     * that is numbered anew.
     */
    void beginEpoch(int epoch, long keptSeq) throws Exception;
}
