package org.talon.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.federation.Digests;
import org.talon.shared.federation.EventLog;
import org.talon.shared.federation.Heartbeats;
import org.talon.shared.federation.Outgoing;
import org.talon.shared.federation.OwnTopic;
import org.talon.shared.federation.Relay;
import org.talon.shared.federation.Resends;

/** A process of a branch that would be its relay: it fails, is killed, and begins anew. */
final class RelayProcess {

    private static final Duration HEARTBEAT_EVERY = Duration.ofMinutes(10);
    /** Few, so that much can happen between two batches. */
    private static final int MOST = 4;

    private final World world;
    private final Branch branch;
    private Resends resends = new Resends();
    private Relay relay;
    private boolean held;
    private boolean busy;

    RelayProcess(World world, Branch branch) {
        this.world = world;
        this.branch = branch;
        this.relay = newRelay();
    }

    void hears(ResendRequest request) {
        if (!world.has(Flaw.NEVER_SENDS_AGAIN)) {
            resends.ask(request);
        }
    }

    void acts() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            round();
        } catch (Fault fault) {
            if (world.below(2) == 0) {
                isKilled();
            }
        } finally {
            busy = false;
        }
    }

    private void round() {
        if (held && !branch.holdsLock(this)) {
            held = false;
            relay.beginAgain();
            return;
        }
        if (!held) {
            held = branch.takesLock(this);
            relay.beginAgain();
        }
        if (held) {
            try {
                relay.round();
            } catch (RuntimeException known) {
                throw known;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    void isKilled() {
        world.note("killed");
        if (branch.holdsLock(this)) {
            branch.loseLock();
        }
        held = false;
        resends = new Resends();
        relay = newRelay();
    }

    private Relay newRelay() {
        Heartbeats heartbeats = new FlawedHeartbeats(world, HEARTBEAT_EVERY, branch.enveloping());
        return new FlawedRelay(
                branch.log(this), branch.outgoing(), branch.topic(), heartbeats, sent -> List.of(), resends);
    }

    /** The production's relay, but for the flaw that is planted. */
    private final class FlawedRelay extends Relay {

        private final EventLog log;
        private final Outgoing outgoing;

        FlawedRelay(
                EventLog log,
                Outgoing outgoing,
                OwnTopic topic,
                Heartbeats heartbeats,
                Digests digests,
                Resends resends) {
            super(log, outgoing, topic, heartbeats, digests, resends, new Unheard(), MOST);
            this.log = log;
            this.outgoing = outgoing;
        }

        @Override
        protected EventLog.State sendNew(EventLog.State state) throws Exception {
            if (world.has(Flaw.ACKNOWLEDGES_BEFORE_SENDING)) {
                List<EventEnvelope> events = log.read(state.epoch(), state.acknowledgedSeq() + 1, MOST);
                log.acknowledge(state.epoch(), state.acknowledgedSeq() + events.size());
                outgoing.send(events);
                return log.state();
            }
            if (world.has(Flaw.SKIPS_FAILED_BATCH)) {
                List<EventEnvelope> events = log.read(state.epoch(), state.acknowledgedSeq() + 1, MOST);
                try {
                    outgoing.send(events);
                } catch (Fault failed) {
                    world.note("passed over");
                }
                log.acknowledge(state.epoch(), state.acknowledgedSeq() + events.size());
                return log.state();
            }
            EventLog.State sent = super.sendNew(state);
            if (world.has(Flaw.ACKNOWLEDGES_ALL_SEALED)) {
                log.acknowledge(state.epoch(), state.sealedSeq());
                return log.state();
            }
            return sent;
        }
    }

    private static final class Unheard implements Relay.Told {

        @Override
        public void epochBegins(int epoch, long keptSeq, String why) {}

        @Override
        public void sendsAgain(int epoch, long fromSeq) {}

        @Override
        public void cannotSendAgain(int epoch, long fromSeq) {}
    }

    /** The production's heartbeats, but for the flaw that is planted. */
    private static final class FlawedHeartbeats extends Heartbeats {

        private final World world;

        FlawedHeartbeats(World world, Duration every, Enveloping envelopes) {
            super(every, envelopes, world.clock(), world::nanos);
            this.world = world;
        }

        @Override
        protected Optional<EventEnvelope> dueAt(EventLog.State sent) {
            return super.dueAt(
                    world.has(Flaw.CLAIMS_TOO_EARLY)
                            ? new EventLog.State(
                                    sent.epoch(),
                                    sent.acknowledgedSeq(),
                                    sent.sealedSeq(),
                                    Long.MAX_VALUE,
                                    sent.newest(),
                                    false)
                            : sent);
        }
    }
}
