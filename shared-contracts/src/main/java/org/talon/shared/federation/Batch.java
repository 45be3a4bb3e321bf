package org.talon.shared.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.talon.shared.federation.BranchCursor.Verdict;
import org.talon.shared.federation.Message.Aside;
import org.talon.shared.federation.Message.Digest;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.LifeSign;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.Message.Shortened;

/**
 * Sorts messages of several branches into what follows from them: how the positions move, which events are new, which days are
 * to be compared, what nobody can read.
 */
public final class Batch {

    private final Map<UUID, BranchCursor> cursors = new HashMap<>();
    private final List<Message> taken = new ArrayList<>();
    private final List<Fact> duplicates = new ArrayList<>();
    private int duplicatePoisons;

    /** @param positions of every branch in the batch */
    Batch(Collection<BranchPosition> positions, Function<BranchPosition, BranchCursor> cursorOf) {
        positions.forEach(position -> cursors.put(position.branchId(), cursorOf.apply(position)));
    }

    static Set<UUID> branchesOf(List<Message> messages) {
        return messages.stream().map(Message::branchId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    void take(Message message) {
        switch (message) {
            case Fact fact -> takeFact(fact);
            case LifeSign sign ->
                cursorOf(sign.branchId())
                        .take(sign.epoch(), sign.heartbeat(), sign.source().offset());
            case Digest digest -> takeDigest(digest);
            case Shortened shortened ->
                cursorOf(shortened.branchId())
                        .takeShortened(shortened.first(), shortened.source().offset());
            case Aside aside ->
                cursorOf(aside.branchId()).passOver(aside.source().offset());
            case Poison poison -> takePoison(poison);
        }
    }

    /** One that speaks of other events than just those that are in is passed over: another follows within a minute. */
    private void takeDigest(Digest digest) {
        BranchCursor cursor = cursorOf(digest.branchId());
        cursor.passOver(digest.source().offset());
        if (cursor.standsAt(digest.epoch(), digest.digest().upToSeq()) && !cursor.changesHistory()) {
            taken.add(digest);
        }
    }

    private void takeFact(Fact fact) {
        Verdict verdict = cursorOf(fact.branchId()).take(fact);
        if (verdict == Verdict.NEXT) {
            taken.add(fact);
        } else if (verdict == Verdict.DUPLICATE) {
            duplicates.add(fact);
        }
    }

    /** A poisoned event keeps its place in the sequence, so that those after it flow on. */
    private void takePoison(Poison poison) {
        UUID branchId = poison.branchId();
        if (branchId != null && poison.place() != null) {
            Verdict verdict =
                    cursorOf(branchId).take(poison.place(), poison.source().offset());
            duplicatePoisons += verdict == Verdict.DUPLICATE ? 1 : 0;
            // What begins an epoch is read by nobody else: without it nothing goes on, and somebody must be told why.
            if (verdict != Verdict.NEXT
                    && !(verdict == Verdict.GAP && poison.place().seq() == 1)) {
                return;
            }
        } else if (branchId != null) {
            cursorOf(branchId).passOver(poison.source().offset());
        }
        taken.add(poison);
    }

    private BranchCursor cursorOf(UUID branchId) {
        BranchCursor cursor = cursors.get(branchId);
        if (cursor == null) {
            throw new IllegalArgumentException("no position of branch " + branchId);
        }
        return cursor;
    }

    /** Notes that another event is in under the number of this one. */
    void conflictsAt(Fact duplicate) {
        cursorOf(duplicate.branchId()).conflictsAt(duplicate.epoch(), duplicate.seq());
    }

    /** Those that came twice within the batch, not the same event both times. */
    List<Fact> unlikeThoseTaken() {
        Map<Numbered, UUID> ids = new HashMap<>();
        for (Message message : taken) {
            if (message instanceof Fact fact) {
                ids.put(Numbered.of(fact), fact.envelope().eventId());
            }
        }
        return duplicates.stream()
                .filter(fact -> {
                    UUID id = ids.get(Numbered.of(fact));
                    return id != null && !id.equals(fact.envelope().eventId());
                })
                .toList();
    }

    private record Numbered(UUID branchId, int epoch, long seq) {
        static Numbered of(Fact fact) {
            return new Numbered(fact.branchId(), fact.epoch(), fact.seq());
        }
    }

    public Collection<BranchCursor> cursors() {
        return cursors.values();
    }

    /** New events, digests to be compared after just those before them, and what nobody can read; in their order. */
    public List<Message> taken() {
        return taken;
    }

    /** Events whose numbers were in before, or came twice in the batch. */
    public List<Fact> duplicates() {
        return duplicates;
    }

    /** How many numbers came that were in before. */
    public int countDuplicates() {
        return duplicates.size() + duplicatePoisons;
    }

    /** Where the branches stand of which events are missing since this batch. */
    public List<BranchPosition> gaps() {
        return cursors.values().stream()
                .filter(BranchCursor::opensGap)
                .map(cursor -> cursor.to(Instant.EPOCH))
                .toList();
    }

    /** Of which branches two histories came, and from where on. */
    public Map<UUID, Place> conflicts() {
        Map<UUID, Place> conflicts = new HashMap<>();
        for (BranchCursor cursor : cursors.values()) {
            Place conflict = cursor.to(Instant.EPOCH).conflict();
            if (conflict != null) {
                conflicts.put(cursor.from().branchId(), conflict);
            }
        }
        return conflicts;
    }
}
