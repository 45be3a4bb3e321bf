package org.talon.shared.federation;

import java.util.ArrayList;
import java.util.List;
import org.talon.shared.event.EpochBegan;

/**
 * Which part of each former epoch is the history of the current one. An epoch ends where the next one took up: what was
 * numbered in it behind that place is the history of a database that is no more.
 *
 * @param ended the former epochs, oldest first; none of a branch that never began anew
 */
public record Lineage(List<Ended> ended) {

    /**
     * A former epoch.
     *
     * @param lastSeq the last number of it that counts; 0 where none does
     * @param seenSeq the last number of it that was ever in
     */
    public record Ended(int epoch, long lastSeq, long seenSeq) {}

    public static final Lineage FIRST = new Lineage(List.of());

    public Lineage {
        ended = List.copyOf(ended);
    }

    /** Whether the epoch that begins can follow, where {@code epoch} is the current one and is in up to {@code seq}. */
    boolean isFollowedBy(EpochBegan next, int epoch, long seq) {
        return with(epoch, seq).stream()
                .anyMatch(one -> one.epoch == next.previousEpoch() && next.lastSeq() <= one.seenSeq);
    }

    /** As it is once that epoch has begun. What came after the one that it follows was never its history. */
    Lineage followedBy(EpochBegan next, int epoch, long seq) {
        List<Ended> kept = new ArrayList<>();
        for (Ended one : with(epoch, seq)) {
            if (one.epoch == next.previousEpoch()) {
                kept.add(new Ended(one.epoch, next.lastSeq(), one.seenSeq));
                break;
            }
            kept.add(one);
        }
        return new Lineage(kept);
    }

    /** As it is where the rest of the current epoch, in up to {@code seq}, is lost, and one begins of which nothing is known. */
    Lineage cutOffAt(int epoch, long seq) {
        return new Lineage(with(epoch, seq));
    }

    /** As it is once the current epoch says after all what it follows. */
    Lineage endedBy(EpochBegan current) {
        return new Lineage(ended.stream()
                .filter(one -> one.epoch <= current.previousEpoch())
                .map(one -> one.epoch < current.previousEpoch()
                        ? one
                        : new Ended(one.epoch, Math.min(one.lastSeq, current.lastSeq()), one.seenSeq))
                .toList());
    }

    /** The former epochs up to that one: what came after them is not the history of what follows it. */
    List<Ended> upTo(int epoch) {
        return ended.stream().filter(one -> one.epoch <= epoch).toList();
    }

    private List<Ended> with(int epoch, long seq) {
        List<Ended> all = new ArrayList<>(ended);
        all.add(new Ended(epoch, seq, seq));
        return all;
    }
}
