package org.talon.shared.federation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.federation.Message.Place;

/**
 * What is to be sent again, because the centre lacks it: from a number on, all that Kafka once had. Who asks again for what
 * is under way is not heard twice. Used by several threads.
 */
public class Resends {

    private @Nullable Place begun;
    private @Nullable Place next;
    private @Nullable Place conflict;

    public synchronized void ask(ResendRequest request) {
        Place from = new Place(request.epoch(), request.fromSeq());
        if (Boolean.TRUE.equals(request.conflicting())) {
            conflict = from;
        } else if (next == null || begun == null || from.isBefore(begun)) {
            begun = from;
            next = from;
        }
    }

    /** The number under which the centre has another event than this branch, where that is of the current epoch; also the next number that is to be given. */
    synchronized Optional<Place> conflict(EventLog.State state) {
        Place at = conflict;
        conflict = null;
        return at != null && at.epoch() == state.epoch() && at.seq() <= state.sealedSeq() + 1
                ? Optional.of(at)
                : Optional.empty();
    }

    /**
     * The number to go on with; empty where nothing is asked for that Kafka once had.
     *
     * @param ended the last numbers of the former epochs
     */
    synchronized Optional<Place> next(EventLog.State sent, List<Place> ended) {
        Place at = next == null ? null : inHistory(next, sent, ended);
        if (at == null) {
            next = null;
        }
        return Optional.ofNullable(at);
    }

    synchronized boolean isAsked() {
        return next != null;
    }

    /** The first number of this branch's history that is not before that one, which may be of a history that is lost. */
    private static @Nullable Place inHistory(Place from, EventLog.State sent, List<Place> ended) {
        Place at = from;
        for (Place end : ended) {
            if (at.epoch() < end.epoch()) {
                return new Place(end.epoch(), 1);
            }
            if (at.epoch() == end.epoch()) {
                if (at.seq() <= end.seq()) {
                    return at;
                }
                at = new Place(end.epoch() + 1, 1);
            }
        }
        if (at.epoch() < sent.epoch()) {
            at = new Place(sent.epoch(), 1);
        }
        return at.epoch() == sent.epoch() && at.seq() <= sent.acknowledgedSeq() ? at : null;
    }

    /** It cannot be sent. */
    synchronized void giveUp() {
        next = null;
    }

    synchronized void sentTo(Place last) {
        next = new Place(last.epoch(), last.seq() + 1);
    }
}
