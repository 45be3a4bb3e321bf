package org.talon.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.EventLog.State;
import org.talon.shared.federation.Message.Place;

/**
 * A branch's database, with the rules of its SQL: transactions that run side by side, windows of settled ones, epochs. What is
 * read is read whole; what fails in between is for whoever calls.
 */
final class BranchDatabase {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** An event as it was appended. */
    record Row(long id, long tx, UUID eventId, BranchEvent event, Instant committedAt) {}

    /** A ticket whose visitor waits, or is called. */
    record Ticket(UUID id, boolean called, Instant issuedAt) {}

    /** The rows of [fromTx, toTx) behind fromId and up to toId, in order of id, have numbers from firstSeq on. */
    private record Window(int epoch, long firstSeq, int size, long fromTx, long toTx, long fromId, long toId) {}

    /** @param previous null of the first one */
    private record Epoch(
            int number, @Nullable Place previous, UUID eventId, Instant beganAt, long fromId, long fromTx) {}

    private final World world;
    private final UUID branchId;
    private final EventCodec codec = new EventCodec();
    private final List<Row> outbox = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private final TreeSet<Long> running = new TreeSet<>();
    private final Map<UUID, Ticket> tickets = new LinkedHashMap<>();

    private long acknowledged;
    private long nextTx = 1;
    private long nextId = 1;

    BranchDatabase(World world, UUID branchId) {
        this.world = world;
        this.branchId = branchId;
        epochs.add(new Epoch(1, null, world.id(), world.now(), 0, 0));
    }

    /** A backup of it: without what is not committed. */
    BranchDatabase copy() {
        BranchDatabase copy = new BranchDatabase(world, branchId);
        copy.outbox.addAll(outbox);
        copy.windows.addAll(windows);
        copy.epochs.clear();
        copy.epochs.addAll(epochs);
        copy.tickets.putAll(tickets);
        copy.acknowledged = acknowledged;
        copy.nextTx = nextTx;
        copy.nextId = nextId;
        return copy;
    }

    List<Row> rows() {
        return outbox;
    }

    /** Those that are not over. */
    Map<UUID, Ticket> tickets() {
        return tickets;
    }

    /** A transaction that has its number from the first. */
    final class Transaction {
        private final long tx = nextTx++;
        private final List<Row> appended = new ArrayList<>();

        Transaction() {
            running.add(tx);
        }

        void append(BranchEvent event) {
            long lowest = world.has(Flaw.PLAIN_TRANSACTION_ID) ? tx : Math.max(tx, nextTx - 1);
            appended.add(new Row(nextId++, lowest, world.id(), event, Instant.EPOCH));
        }

        void commit() {
            running.remove(tx);
            appended.forEach(row -> outbox.add(new Row(row.id, row.tx, row.eventId, row.event, world.now())));
        }

        void rollBack() {
            running.remove(tx);
        }
    }

    private Epoch epoch() {
        return epochs.getLast();
    }

    private long horizon() {
        return running.isEmpty() ? nextTx : running.first();
    }

    private @Nullable Window lastWindow(int epoch) {
        return windows.stream()
                .filter(window -> window.epoch == epoch)
                .max(Comparator.comparingLong(Window::firstSeq))
                .orElse(null);
    }

    State state() {
        Window last = lastWindow(epoch().number);
        long sealedSeq = last == null ? firstSeq(epoch()) - 1 : last.firstSeq + last.size - 1;
        return new State(
                epoch().number,
                acknowledged,
                sealedSeq,
                horizon(),
                nextTx,
                !between(next(last)).isEmpty());
    }

    private static long firstSeq(Epoch epoch) {
        return epoch.previous == null ? 1 : 2;
    }

    /** The window that would be sealed now. */
    private Window next(@Nullable Window last) {
        Epoch epoch = epoch();
        long firstSeq = last == null ? firstSeq(epoch) : last.firstSeq + last.size;
        if (world.has(Flaw.NUMBERS_FROM_ACKNOWLEDGED)) {
            firstSeq = Math.max(firstSeq(epoch), acknowledged + 1);
        }
        if (world.has(Flaw.NUMBERS_BY_LAST_ID)) {
            long lastId = last == null ? epoch.fromId : last.toId;
            long newest = outbox.stream().mapToLong(Row::id).max().orElse(0);
            return new Window(epoch.number, firstSeq, 0, 0, Long.MAX_VALUE, lastId, newest);
        }
        long fromTx = last == null ? epoch.fromTx : last.toTx;
        long toTx = world.has(Flaw.SEALS_WHAT_STILL_RUNS) ? nextTx : horizon();
        return new Window(epoch.number, firstSeq, 0, fromTx, toTx, epoch.fromId, Long.MAX_VALUE);
    }

    private List<Row> between(Window window) {
        long toId = epochs.stream()
                .filter(epoch -> epoch.number > window.epoch)
                .mapToLong(Epoch::fromId)
                .min()
                .orElse(Long.MAX_VALUE);
        return outbox.stream()
                .filter(row -> row.tx >= window.fromTx && row.tx < window.toTx)
                .filter(row -> row.id > window.fromId && row.id <= Math.min(window.toId, toId))
                .sorted(Comparator.comparingLong(Row::id))
                .toList();
    }

    void seal() {
        Window next = next(lastWindow(epoch().number));
        int size = between(next).size();
        if (size > 0) {
            windows.add(new Window(next.epoch, next.firstSeq, size, next.fromTx, next.toTx, next.fromId, next.toId));
        }
    }

    List<EventEnvelope> read(int number, long fromSeq, int most) {
        List<EventEnvelope> events = new ArrayList<>();
        epochs.stream()
                .filter(epoch -> epoch.number == number && epoch.previous != null && fromSeq == 1)
                .forEach(epoch -> events.add(envelope(number, 1L, epoch.eventId, beginning(epoch))));
        for (Window window : windows) {
            if (window.epoch == number) {
                long seq = window.firstSeq;
                for (Row row : between(window)) {
                    if (seq >= fromSeq && seq < fromSeq + most) {
                        events.add(envelope(number, seq, row.eventId, row.event));
                    }
                    seq++;
                }
            }
        }
        return events;
    }

    private static EpochBegan beginning(Epoch epoch) {
        Place previous = epoch.previous == null ? new Place(0, 0) : epoch.previous;
        return new EpochBegan(previous.epoch(), previous.seq(), epoch.beganAt);
    }

    EventEnvelope envelope(int epoch, @Nullable Long seq, BranchEvent event) {
        return envelope(epoch, seq, world.id(), event);
    }

    private EventEnvelope envelope(int epoch, @Nullable Long seq, UUID eventId, BranchEvent event) {
        ZonedDateTime local = event.at().atZone(ZONE);
        if (world.has(Flaw.SUMMER_TIME_ALL_YEAR)) {
            local = event.at().atZone(java.time.ZoneOffset.ofHours(2));
        }
        return new EventEnvelope(
                branchId,
                epoch,
                seq,
                eventId,
                EventCodec.typeOf(event),
                EventCodec.VERSION,
                event.at(),
                local.toLocalDate(),
                local.getHour(),
                codec.data(event));
    }

    void acknowledge(int number, long seq) {
        if (epoch().number == number) {
            acknowledged = Math.max(acknowledged, seq);
        }
    }

    List<Place> ended() {
        Map<Integer, Epoch> byNumber = new HashMap<>();
        epochs.forEach(epoch -> byNumber.put(epoch.number, epoch));
        List<Place> ended = new ArrayList<>();
        for (Epoch at = epoch(); at != null && at.previous != null; at = byNumber.get(at.previous.epoch())) {
            ended.addFirst(at.previous);
        }
        return ended;
    }

    void beginEpoch(int number, long keptSeq) {
        if (epoch().number >= number) {
            return;
        }
        if (!running.isEmpty()) {
            // Nobody writes meanwhile: in truth the lock is waited for.
            throw new Fault("the outbox is locked");
        }
        Epoch former = epoch();
        long kept = keptSeq;
        while (former.previous != null && kept < 1) {
            kept = former.previous.seq();
            int before = former.previous.epoch();
            epochs.removeLast();
            former = epochs.stream()
                    .filter(epoch -> epoch.number == before)
                    .findFirst()
                    .orElseThrow();
        }
        end(former, kept, number);
    }

    private void end(Epoch former, long keptSeq, int number) {
        windows.removeIf(window -> window.epoch > former.number
                || (window.epoch == former.number && window.firstSeq + window.size - 1 > keptSeq));
        Window last = lastWindow(former.number);
        long kept = last == null ? firstSeq(former) - 1 : last.firstSeq + last.size - 1;
        long fromTx = last == null ? former.fromTx : last.toTx;
        long lastId = outbox.stream().mapToLong(Row::id).max().orElse(0);
        // As this transaction sees it, which runs itself.
        long nobodyRunsBelow = horizon();
        appendAnew(world.has(Flaw.NUMBERS_KEPT_AGAIN) ? 0 : fromTx, former.fromId);
        long said = world.has(Flaw.KEEPS_LOST_NUMBERS) ? kept + 3 : kept;
        epochs.removeIf(epoch -> epoch.number > former.number);
        epochs.add(new Epoch(number, new Place(former.number, said), world.id(), world.now(), lastId, nobodyRunsBelow));
        acknowledged = 0;
    }

    private void appendAnew(long fromTx, long fromId) {
        if (world.has(Flaw.FORGETS_UNNUMBERED)) {
            return;
        }
        List<Row> gone = outbox.stream()
                .filter(row -> row.tx >= fromTx && row.id > fromId)
                .sorted(Comparator.comparingLong(Row::id))
                .toList();
        outbox.removeAll(gone);
        long tx = nextTx++;
        gone.forEach(row -> outbox.add(new Row(nextId++, tx, row.eventId, row.event, row.committedAt)));
    }
}
