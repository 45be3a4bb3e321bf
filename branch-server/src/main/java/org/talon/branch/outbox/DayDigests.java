package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.EventSum;
import org.talon.shared.federation.Digests;
import org.talon.shared.federation.EventLog;

/**
 * Says from time to time what the branch makes of each business date that goes on or has changed, so that the centre can
 * be held to it: of its events once all are sent, and of its records at a moment at which they stand where the events do.
 * Used by one thread.
 */
@ApplicationScoped
class DayDigests implements Digests {

    private final OutboxLog log;
    private final DigestTable table;
    private final DayRecords records;
    private final OutboxConfig config;
    private final UnnumberedEnvelopes envelopes;
    private final BranchCalendar calendar;
    private final Clock clock;
    private final SortedSet<LocalDate> changed = new TreeSet<>();
    private long lastNanos;
    private Set<LocalDate> told = Set.of();
    private boolean first = true;

    DayDigests(
            OutboxLog log,
            DigestTable table,
            DayRecords records,
            OutboxConfig config,
            UnnumberedEnvelopes envelopes,
            BranchCalendar calendar,
            Clock clock) {
        this.log = log;
        this.table = table;
        this.records = records;
        this.config = config;
        this.envelopes = envelopes;
        this.calendar = calendar;
        this.clock = clock;
        this.lastNanos = System.nanoTime();
    }

    @Override
    public List<EventEnvelope> dueAt(EventLog.State sent) throws SQLException {
        told = Set.of();
        long waited = System.nanoTime() - lastNanos;
        if (waited < config.digestEvery().toNanos()) {
            return List.of();
        }
        count(sent);
        LocalDate today = calendar.today();
        SortedSet<LocalDate> dates = new TreeSet<>(changed);
        dates.add(today);
        if (first) {
            dates.add(today.minusDays(1));
        }
        // A hall where something happens all the time may never stand still: after as long again, its events must do.
        boolean inVain = waited >= 2 * config.digestEvery().toNanos();
        Optional<Map<LocalDate, DayDigest.Sums>> sums = sumsOf(dates, sent);
        if (sums.isEmpty() && !inVain) {
            return List.of();
        }
        List<EventEnvelope> digests = digests(dates, sent, sums.orElse(Map.of()));
        lastNanos = System.nanoTime();
        told = dates;
        return digests;
    }

    @Override
    public void sent() {
        if (!told.isEmpty()) {
            first = false;
            changed.removeAll(told);
            told = Set.of();
        }
    }

    private void count(EventLog.State sent) throws SQLException {
        long counted = table.countedTo(sent.epoch());
        while (counted < sent.sealedSeq()) {
            int most = (int) Math.min(config.batch(), sent.sealedSeq() - counted);
            List<EventEnvelope> events = log.read(sent.epoch(), counted + 1, most);
            if (events.isEmpty()) {
                throw new IllegalStateException("the outbox has no number " + (counted + 1) + " to be counted");
            }
            changed.addAll(table.count(sent.epoch(), counted, events));
            counted += events.size();
        }
    }

    private Optional<Map<LocalDate, DayDigest.Sums>> sumsOf(SortedSet<LocalDate> dates, EventLog.State sent)
            throws SQLException {
        return table.readAt(sent.epoch(), sent.sealedSeq(), snapshot -> {
            Map<LocalDate, DayDigest.Sums> sums = new TreeMap<>();
            for (LocalDate date : dates) {
                sums.put(date, records.of(date, snapshot));
            }
            return sums;
        });
    }

    private List<EventEnvelope> digests(
            SortedSet<LocalDate> dates, EventLog.State sent, Map<LocalDate, DayDigest.Sums> sums) throws SQLException {
        Map<LocalDate, EventSum> counted = table.of(sent.epoch(), dates);
        List<EventEnvelope> digests = new ArrayList<>();
        for (LocalDate date : dates) {
            digests.add(digest(date, sent, counted.getOrDefault(date, EventSum.NOTHING), sums.get(date)));
        }
        return digests;
    }

    private EventEnvelope digest(LocalDate date, EventLog.State sent, EventSum counted, DayDigest.@Nullable Sums sums) {
        return envelopes.of(
                new DayDigest(date, sent.sealedSeq(), counted.events(), counted.hashText(), sums, clock.instant()),
                sent.epoch());
    }
}
