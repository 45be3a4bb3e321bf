package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.talon.central.inbox.BranchCursor.Verdict;
import org.talon.central.inbox.Message.Aside;
import org.talon.central.inbox.Message.Digest;
import org.talon.central.inbox.Message.Fact;
import org.talon.central.inbox.Message.LifeSign;
import org.talon.central.inbox.Message.Place;
import org.talon.central.inbox.Message.Poison;

/** Messages of several branches, folded into what they change: positions, the raw log, projections, rollups. */
final class Batch {

    private final Map<UUID, BranchCursor> cursors = new HashMap<>();
    private final List<Projection> projections;
    private final Reconciler reconciler;
    private final Quarantine quarantine;
    private final List<Poison> poisons = new ArrayList<>();
    private int applied;
    private int duplicates;
    private int unknownTypes;

    /** @param positions of every branch in the batch */
    Batch(Collection<BranchPosition> positions, Instant now) {
        positions.forEach(position -> cursors.put(position.branchId(), new BranchCursor(position)));
        reconciler = new Reconciler(now);
        // The reconciler last: it reads what the others have written.
        projections = List.of(
                new RawLog(now),
                new Introductions(),
                new TicketProducts(),
                new WorkPlaceSessions(),
                new Rollups(),
                reconciler);
        quarantine = new Quarantine(now);
    }

    void take(Message message) {
        switch (message) {
            case Fact fact -> takeFact(fact);
            case LifeSign sign ->
                cursorOf(sign.branchId())
                        .take(sign.epoch(), sign.heartbeat(), sign.source().offset());
            case Digest digest -> takeDigest(digest);
            case Aside aside ->
                cursorOf(aside.branchId()).passOver(aside.source().offset());
            case Poison poison -> takePoison(poison);
        }
    }

    /** One that speaks of other events than just those that are in is passed over: another follows within a minute. */
    private void takeDigest(Digest digest) {
        BranchCursor cursor = cursorOf(digest.branchId());
        cursor.passOver(digest.source().offset());
        if (cursor.standsAt(digest.epoch(), digest.digest().upToSeq())) {
            reconciler.compare(digest);
        }
    }

    private void takeFact(Fact fact) {
        if (takes(cursorOf(fact.branchId())
                .take(fact.epoch(), fact.seq(), fact.source().offset()))) {
            projections.forEach(projection -> projection.add(fact));
            applied++;
            unknownTypes += fact.event() == null ? 1 : 0;
        }
    }

    /** A poisoned event keeps its place in the sequence, so that those after it flow on. */
    private void takePoison(Poison poison) {
        UUID branchId = poison.branchId();
        Place place = poison.place();
        if (branchId != null && place != null) {
            if (!takes(cursorOf(branchId)
                    .take(place.epoch(), place.seq(), poison.source().offset()))) {
                return;
            }
        } else if (branchId != null) {
            cursorOf(branchId).passOver(poison.source().offset());
        }
        poisons.add(poison);
        quarantine.add(poison);
    }

    private boolean takes(Verdict verdict) {
        duplicates += verdict == Verdict.DUPLICATE ? 1 : 0;
        return verdict == Verdict.NEXT;
    }

    private BranchCursor cursorOf(UUID branchId) {
        BranchCursor cursor = cursors.get(branchId);
        if (cursor == null) {
            throw new IllegalArgumentException("no position of branch " + branchId);
        }
        return cursor;
    }

    Collection<BranchCursor> cursors() {
        return cursors.values();
    }

    void write(Connection connection) throws SQLException {
        for (Projection projection : projections) {
            projection.write(connection);
        }
        quarantine.write(connection);
    }

    Outcome outcome() {
        List<BranchPosition> gaps = cursors.values().stream()
                .filter(BranchCursor::opensGap)
                .map(cursor -> cursor.to(Instant.EPOCH))
                .toList();
        return new Outcome(applied, duplicates, unknownTypes, gaps, List.copyOf(poisons), reconciler.differences());
    }

    /** What became of a batch, for the log and the metrics. */
    record Outcome(
            int applied,
            int duplicates,
            int unknownTypes,
            List<BranchPosition> gaps,
            List<Poison> poisons,
            List<Reconciler.Difference> differences) {}
}
