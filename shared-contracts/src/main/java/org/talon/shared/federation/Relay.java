package org.talon.shared.federation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.OwnTopic.Highest;

/**
 * Sends a branch's events to Kafka: each at least once, never before its change is committed, numbered without holes, each
 * ticket's in the order they happened. It may send one twice; the centre does not mind. Used by one thread.
 */
public class Relay {

    /** Hears what is worth telling a person. */
    public interface Told {
        void epochBegins(int epoch, long keptSeq, String why);

        void sendsAgain(int epoch, long fromSeq);

        /** The centre asks for what is no longer kept. */
        void cannotSendAgain(int epoch, long fromSeq);
    }

    private final EventLog log;
    private final Outgoing outgoing;
    private final OwnTopic topic;
    private final Heartbeats heartbeats;
    private final Digests digests;
    private final Resends resends;
    private final Told told;
    private final int most;
    private boolean topicRead;
    private boolean sendingAgain;

    /** @param most events that are handed to Kafka before it waits for their acknowledgement */
    public Relay(
            EventLog log,
            Outgoing outgoing,
            OwnTopic topic,
            Heartbeats heartbeats,
            Digests digests,
            Resends resends,
            Told told,
            int most) {
        this.log = log;
        this.outgoing = outgoing;
        this.topic = topic;
        this.heartbeats = heartbeats;
        this.digests = digests;
        this.resends = resends;
        this.told = told;
        this.most = most;
    }

    /** To be called whenever another may have been the branch's relay, or its database another. */
    public void beginAgain() {
        topicRead = false;
        heartbeats.forget();
    }

    /**
     * Numbers, sends, beats once all is sent.
     *
     * @return whether more is there already
     */
    public boolean round() throws Exception {
        if (!topicRead) {
            beginEpochWhereRestored();
            topicRead = true;
        }
        heartbeats.claimWhenDue(log);
        EventLog.State state = log.state();
        Optional<Place> conflict = resends.conflict(state);
        if (conflict.isPresent()) {
            beginEpoch(state, topic.highest(), conflict.get().seq() - 1, "the centre has other events from there on");
            return true;
        }
        if (state.unsealed()) {
            log.seal();
            state = log.state();
        }
        if (sendAgain(state)) {
            return true;
        }
        if (state.acknowledgedSeq() < state.sealedSeq()) {
            state = sendNew(state);
            if (state.acknowledgedSeq() < state.sealedSeq()) {
                return true;
            }
        }
        Optional<EventEnvelope> beat = heartbeats.dueAt(state);
        if (beat.isPresent()) {
            outgoing.send(List.of(beat.get()));
        }
        outgoing.send(digests.dueAt(state));
        digests.sent();
        return false;
    }

    protected EventLog.State sendNew(EventLog.State state) throws Exception {
        List<EventEnvelope> events = read(state.epoch(), state.acknowledgedSeq() + 1, most);
        outgoing.send(events);
        EventLog.State sent = state.acknowledgedTo(state.acknowledgedSeq() + events.size());
        log.acknowledge(sent.epoch(), sent.acknowledgedSeq());
        return sent;
    }

    private List<EventEnvelope> read(int epoch, long fromSeq, int atMost) throws Exception {
        List<EventEnvelope> events = log.read(epoch, fromSeq, atMost);
        if (events.isEmpty() || !Long.valueOf(fromSeq).equals(events.getFirst().seq())) {
            throw new IllegalStateException("the outbox has no number " + fromSeq + " of epoch " + epoch);
        }
        return events;
    }

    /** What is new waits meanwhile, so that it follows what was missing without a hole. */
    private boolean sendAgain(EventLog.State state) throws Exception {
        List<Place> ended = resends.isAsked() ? log.ended() : List.of();
        Optional<Place> from = resends.isAsked() ? resends.next(state, ended) : Optional.empty();
        if (from.isEmpty()) {
            sendingAgain = false;
            return false;
        }
        Place at = from.get();
        if (at.isBefore(log.first())) {
            sayThatItIsGone(at, state);
            return false;
        }
        if (!sendingAgain) {
            told.sendsAgain(at.epoch(), at.seq());
            sendingAgain = true;
        }
        long last = lastOf(at.epoch(), state, ended);
        List<EventEnvelope> events = read(at.epoch(), at.seq(), (int) Math.min(most, last - at.seq() + 1));
        outgoing.send(events);
        resends.sentTo(new Place(at.epoch(), at.seq() + events.size() - 1));
        return true;
    }

    /** What follows would be of no use to a centre that lacks what came before. */
    private void sayThatItIsGone(Place at, EventLog.State state) throws Exception {
        told.cannotSendAgain(at.epoch(), at.seq());
        outgoing.send(List.of(heartbeats.beginning(log.first(), state.epoch())));
        resends.giveUp();
    }

    private static long lastOf(int epoch, EventLog.State state, List<Place> ended) {
        if (epoch == state.epoch()) {
            return state.acknowledgedSeq();
        }
        return ended.stream()
                .filter(end -> end.epoch() == epoch)
                .mapToLong(Place::seq)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Before anything is numbered: where Kafka has numbers that this database never gave, it is an older one, restored, and
     * must not give them again. What Kafka had acknowledged to it is in both.
     */
    private void beginEpochWhereRestored() throws Exception {
        EventLog.State state = log.state();
        Optional<Highest> there = topic.highest();
        if (there.isEmpty() || there.get().epoch() < state.epoch()) {
            return;
        }
        Highest highest = there.get();
        if (highest.epoch() > state.epoch() || highest.seq() > state.sealedSeq()) {
            beginEpoch(state, there, state.acknowledgedSeq(), "Kafka has numbers that this database does not know");
        } else if (isAnother(highest)) {
            beginEpoch(state, there, highest.seq() - 1, "Kafka has another event under the same number");
        }
    }

    private boolean isAnother(Highest highest) throws Exception {
        UUID there = highest.eventId();
        return there != null
                && !new Place(highest.epoch(), highest.seq()).isBefore(log.first())
                && log.read(highest.epoch(), highest.seq(), 1).stream()
                        .noneMatch(here -> here.eventId().equals(there));
    }

    /** One that nobody has used, neither this database nor Kafka. */
    private void beginEpoch(EventLog.State state, Optional<Highest> there, long keptSeq, String why) throws Exception {
        int epoch = Math.max(state.epoch(), there.map(Highest::epoch).orElse(0)) + 1;
        told.epochBegins(epoch, keptSeq, why);
        log.beginEpoch(epoch, keptSeq);
    }
}
