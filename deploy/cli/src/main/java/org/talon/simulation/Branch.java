package org.talon.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.federation.EventLog;
import org.talon.shared.federation.Heartbeats;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.Outgoing;
import org.talon.shared.federation.OwnTopic;

/** A branch: one database, two processes of which one is the relay, one link to the broker. */
final class Branch {

    private static final int MOST_BACKUPS = 3;

    final UUID id;
    private final World world;
    private final Broker broker;
    private final List<BranchDatabase> backups = new ArrayList<>();
    private final List<RelayProcess> processes = new ArrayList<>();
    private BranchDatabase database;
    private final Hall hall;
    private int generation;
    private Instant restoredAt = Instant.EPOCH;
    private boolean cut;
    private @Nullable RelayProcess lockHolder;

    Branch(World world, Broker broker) {
        this.world = world;
        this.broker = broker;
        this.id = world.id();
        this.database = new BranchDatabase(world, id);
        this.hall = new Hall(world, this);
        processes.add(new RelayProcess(world, this));
        processes.add(new RelayProcess(world, this));
    }

    Instant restoredAt() {
        return restoredAt;
    }

    private String name() {
        return id.toString().substring(0, 4);
    }

    BranchDatabase database() {
        return database;
    }

    Hall hall() {
        return hall;
    }

    RelayProcess process(int n) {
        return processes.get(n);
    }

    void hears(ResendRequest request) {
        processes.forEach(process -> process.hears(request));
    }

    boolean holdsLock(RelayProcess process) {
        return lockHolder == process;
    }

    boolean takesLock(RelayProcess process) {
        if (lockHolder == null) {
            lockHolder = process;
        }
        return holdsLock(process);
    }

    /** Its connection broke; it does not know yet. */
    void loseLock() {
        lockHolder = null;
    }

    void cutOrHeal() {
        cut = !cut;
        world.note(name() + (cut ? " is cut off" : " is connected"));
    }

    void heal() {
        cut = false;
    }

    void backUp() {
        if (backups.size() == MOST_BACKUPS) {
            backups.remove(world.below(MOST_BACKUPS));
        }
        backups.add(database.copy());
    }

    /** Everything that runs on it ends. */
    void restore() {
        if (!backups.isEmpty()) {
            world.note(name() + " is restored");
            hall.isGone();
            database = backups.get(world.below(backups.size())).copy();
            generation++;
            restoredAt = world.now();
            lockHolder = null;
        }
    }

    /** What a process sees of the database: every call may fail, and none outlives a restore. */
    EventLog log(RelayProcess process) {
        return new EventLog() {
            @Override
            public State state() {
                return call("state", () -> database.state());
            }

            @Override
            public void seal() {
                run("seal", () -> database.seal());
            }

            @Override
            public List<EventEnvelope> read(int epoch, long fromSeq, int most) {
                return call("read", () -> database.read(epoch, fromSeq, most));
            }

            @Override
            public void acknowledge(int epoch, long seq) {
                run("acknowledge", () -> {
                    if (!holdsLock(process)) {
                        throw new Fault("the lock was lost");
                    }
                    requireStored(epoch, seq);
                    database.acknowledge(epoch, seq);
                });
            }

            @Override
            public List<Place> ended() {
                return call("ended", () -> database.ended());
            }

            @Override
            public void beginEpoch(int epoch, long keptSeq) {
                run("begin epoch", () -> database.beginEpoch(epoch, keptSeq));
            }

            private void run(String what, Runnable call) {
                call(what, () -> {
                    call.run();
                    return what;
                });
            }

            private <T> T call(String what, Supplier<T> call) {
                int mine = generation;
                world.before(what);
                if (mine != generation) {
                    throw new Fault("the database was restored");
                }
                T answer = call.get();
                world.note(name() + " " + what + (answer instanceof State state ? " " + state : ""));
                world.after(what);
                return answer;
            }
        };
    }

    private void requireStored(int epoch, long seq) {
        EventLog.State state = database.state();
        if (state.epoch() == epoch) {
            database.read(epoch, state.acknowledgedSeq() + 1, (int) (seq - state.acknowledgedSeq()))
                    .forEach(event -> {
                        if (!broker.everHad(event.eventId())) {
                            throw new Violation("number " + event.seq() + " is acknowledged and Kafka never had it");
                        }
                    });
        }
    }

    Outgoing outgoing() {
        return events -> {
            world.before("send");
            requireLink();
            int stored = world.chance(world.weather().crash()) ? world.below(events.size() + 1) : events.size();
            for (EventEnvelope event : events.subList(0, stored)) {
                world.note(name() + " sends " + event.epoch() + ":" + event.seq() + " " + event.type());
                broker.store(event);
            }
            if (stored < events.size()) {
                throw new Fault("only a part was sent");
            }
            world.after("send");
        };
    }

    OwnTopic topic() {
        return () -> {
            world.before("read topic");
            requireLink();
            return world.has(Flaw.RESTORE_UNNOTICED) ? Optional.empty() : broker.highestTold(id);
        };
    }

    private void requireLink() {
        if (cut) {
            throw new Fault("the link is cut");
        }
    }

    Heartbeats.Enveloping enveloping() {
        return (beat, epoch) -> database.envelope(epoch, null, beat);
    }
}
