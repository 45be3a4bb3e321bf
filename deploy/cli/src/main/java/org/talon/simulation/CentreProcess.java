package org.talon.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Inbox.MovedMeanwhile;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.MessageReader;
import org.talon.shared.federation.Received;
import org.talon.shared.federation.TakeIn;

/** A process of the centre: reads the topics that it thinks are its own, takes them in, fails, begins anew. */
final class CentreProcess {

    private static final int MOST = 12;
    private static final int OLD_BATCHES = 8;

    private final World world;
    private final Broker broker;
    private final Supplier<CentreDatabase> database;
    private final Checks checks;
    private final MessageReader reader = new MessageReader();
    private final TakeIn takeIn;
    private final Map<UUID, Long> offsets = new HashMap<>();
    /** Up to which offset this process has stored what it read. */
    private final Map<UUID, Long> stored = new HashMap<>();

    private final List<List<Message>> old = new ArrayList<>();
    private boolean busy;
    private int life;

    CentreProcess(World world, Broker broker, Supplier<CentreDatabase> database, Checks checks) {
        this.world = world;
        this.broker = broker;
        this.database = database;
        this.checks = checks;
        this.takeIn = new FlawedTakeIn(world);
    }

    void isGiven(Collection<UUID> branches) {
        branches.forEach(this::seekToStored);
    }

    void losesAllBut(Collection<UUID> branches) {
        offsets.keySet().retainAll(branches);
    }

    /** It begins anew where its tables say. */
    void isRestarted() {
        world.note("centre restarted");
        life++;
        stored.clear();
        List.copyOf(offsets.keySet()).forEach(this::seekToStored);
    }

    private void seekToStored(UUID branchId) {
        BranchPosition at = database.get().position(branchId);
        boolean there = at.offset() >= broker.beginning(branchId) && at.offset() <= broker.end(branchId);
        offsets.put(branchId, there ? at.offset() : broker.beginning(branchId));
    }

    void acts() {
        if (busy || offsets.isEmpty()) {
            return;
        }
        busy = true;
        try {
            if (!old.isEmpty() && world.chance(world.weather().replays())) {
                world.note("replay");
                takesIn(old.get(world.below(old.size())));
            } else {
                polls();
            }
        } catch (Fault fault) {
            isRestarted();
        } finally {
            busy = false;
        }
    }

    private void polls() {
        int mine = life;
        List<Message> messages = new ArrayList<>();
        Map<UUID, Long> polled = new HashMap<>();
        for (Map.Entry<UUID, Long> place : offsets.entrySet()) {
            UUID branchId = place.getKey();
            if (place.getValue() < broker.beginning(branchId)) {
                throw new Fault("Kafka no longer has that offset");
            }
            long end = Math.min(broker.end(branchId), place.getValue() + world.below(MOST));
            for (long offset = place.getValue(); offset < end; offset++) {
                messages.add(reader.read(new Received(
                        org.talon.shared.event.EventEnvelope.topicOf(branchId),
                        0,
                        offset,
                        broker.read(branchId, offset))));
            }
            if (end > place.getValue()) {
                polled.put(branchId, end);
            }
        }
        if (world.has(Flaw.TELLS_KAFKA_TOO_EARLY)) {
            checks.kafkaIsTold(polled, stored);
        }
        takesIn(messages);
        if (mine != life) {
            throw new Fault("it was restarted meanwhile");
        }
        polled.forEach(offsets::replace);
        checks.kafkaIsTold(polled, stored);
        old.add(messages);
        if (old.size() > OLD_BATCHES) {
            old.removeFirst();
        }
    }

    private void takesIn(List<Message> messages) {
        while (!takesInNow(messages)) {
            world.note("moved meanwhile");
        }
    }

    private boolean takesInNow(List<Message> messages) {
        CentreDatabase now = database.get();
        CentreDatabase.Transaction transaction = now.new Transaction();
        try {
            takeIn.take(messages, transaction, world.now());
            transaction.commit();
            for (Message message : messages) {
                UUID branchId = Objects.requireNonNull(message.branchId());
                stored.merge(branchId, message.source().offset() + 1, Math::max);
            }
            checks.stored(now, messages);
            world.after("commit");
            return true;
        } catch (MovedMeanwhile another) {
            transaction.rollBack();
            return false;
        } catch (Fault fault) {
            transaction.rollBack();
            throw fault;
        }
    }
}
