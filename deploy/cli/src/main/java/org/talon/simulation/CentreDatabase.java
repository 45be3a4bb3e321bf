package org.talon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Inbox;
import org.talon.shared.federation.Lineage;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.figures.Tally;

/** The centre's database: positions, log and sums that change together or not at all, with locks on the positions. */
final class CentreDatabase {

    /** A place in a branch's log. */
    record Key(int epoch, long seq) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return epoch == other.epoch ? Long.compare(seq, other.seq) : Integer.compare(epoch, other.epoch);
        }
    }

    private final World world;
    private final Map<UUID, BranchPosition> positions = new HashMap<>();
    private final Map<UUID, TreeMap<Key, Fact>> log = new HashMap<>();
    private final Map<UUID, Map<LocalDate, Tally>> sums = new HashMap<>();
    private final Set<UUID> locked = new HashSet<>();
    private boolean replaced;

    CentreDatabase(World world) {
        this.world = world;
    }

    /** By a backup: what is under way here comes to nothing. */
    void isReplaced() {
        replaced = true;
    }

    CentreDatabase copy() {
        CentreDatabase copy = new CentreDatabase(world);
        copy.positions.putAll(positions);
        log.forEach((branch, facts) -> copy.log.put(branch, new TreeMap<>(facts)));
        sums.keySet().forEach(copy::sumUp);
        return copy;
    }

    BranchPosition position(UUID branchId) {
        return positions.getOrDefault(branchId, BranchPosition.first(branchId));
    }

    Map<LocalDate, Tally> sums(UUID branchId) {
        return sums.getOrDefault(branchId, Map.of());
    }

    /** What counts of a branch, in order. */
    List<Fact> history(UUID branchId) {
        BranchPosition at = position(branchId);
        Map<Integer, Long> last = new HashMap<>();
        for (Lineage.Ended ended : at.lineage().ended()) {
            last.put(ended.epoch(), ended.lastSeq());
        }
        last.put(at.epoch(), Long.MAX_VALUE);
        List<Fact> history = new ArrayList<>();
        log.getOrDefault(branchId, new TreeMap<>()).forEach((key, fact) -> {
            if (key.seq <= last.getOrDefault(key.epoch, 0L)) {
                history.add(fact);
            }
        });
        return history;
    }

    /** From the log alone. */
    private void sumUp(UUID branchId) {
        sums.put(branchId, sumsOf(history(branchId)));
    }

    static Map<LocalDate, Tally> sumsOf(List<Fact> history) {
        Map<LocalDate, Tally> sums = new TreeMap<>();
        history.forEach(fact -> add(sums, fact));
        return sums;
    }

    private static void add(Map<LocalDate, Tally> sums, Fact fact) {
        fact.figures()
                .forEach(figure -> sums.computeIfAbsent(figure.key().date(), unused -> new Tally())
                        .add(figure.adds()));
    }

    /** Of this database; ended by {@link #commit} or {@link #rollBack}. */
    final class Transaction implements Inbox<RuntimeException> {

        private final List<BranchPosition> moved = new ArrayList<>();
        private final List<Fact> written = new ArrayList<>();
        private final Set<UUID> anew = new HashSet<>();
        private final Set<UUID> mine = new HashSet<>();

        @Override
        public Collection<BranchPosition> positionsOf(Set<UUID> branches) {
            world.before("read positions");
            return branches.stream().map(CentreDatabase.this::position).toList();
        }

        @Override
        public List<Fact> unlikeThoseIn(List<Fact> duplicates) {
            if (world.has(Flaw.RESTORE_UNNOTICED)) {
                return List.of();
            }
            return duplicates.stream().filter(this::isUnlikeTheOneIn).toList();
        }

        private boolean isUnlikeTheOneIn(Fact fact) {
            Fact in = log.getOrDefault(fact.branchId(), new TreeMap<>()).get(keyOf(fact));
            return in != null && !in.envelope().eventId().equals(fact.envelope().eventId());
        }

        @Override
        public void advance(Collection<BranchCursor> cursors, java.time.Instant now) throws MovedMeanwhile {
            world.before("advance");
            for (BranchCursor cursor : cursors) {
                BranchPosition to = cursor.to(now);
                if (!to.equals(cursor.from())) {
                    claim(cursor.from(), to);
                }
            }
        }

        private void claim(BranchPosition from, BranchPosition to) throws MovedMeanwhile {
            if (locked.contains(to.branchId()) && !mine.contains(to.branchId())) {
                // In truth it is waited for, and then found to have moved.
                throw new Fault("locked by another");
            }
            BranchPosition now = position(to.branchId());
            boolean same =
                    now.epoch() == from.epoch() && now.nextSeq() == from.nextSeq() && now.offset() == from.offset();
            if (!same && !world.has(Flaw.NO_COMPARE_AND_SET)) {
                throw new MovedMeanwhile();
            }
            locked.add(to.branchId());
            mine.add(to.branchId());
            moved.add(to);
        }

        @Override
        public void write(List<Message> taken) {
            for (Message message : taken) {
                world.before("write");
                written.add((Fact) message);
            }
        }

        @Override
        public void makeAnew(UUID branchId) {
            world.before("make anew");
            if (!world.has(Flaw.COUNTS_LOST_HISTORY)) {
                anew.add(branchId);
            }
        }

        void commit() {
            world.before("commit");
            if (replaced) {
                throw new Fault("the centre's database was restored");
            }
            for (BranchPosition position : moved) {
                world.note("stored " + position);
                positions.put(position.branchId(), position);
            }
            moved.clear();
            written.forEach(this::store);
            written.clear();
            anew.forEach(CentreDatabase.this::sumUp);
            anew.clear();
            unlock();
        }

        private void store(Fact fact) {
            TreeMap<Key, Fact> facts = log.computeIfAbsent(fact.branchId(), unused -> new TreeMap<>());
            Fact before = facts.putIfAbsent(keyOf(fact), fact);
            if (before != null && !world.has(Flaw.DATA_BEFORE_POSITION)) {
                throw new Violation("the log has " + fact.envelope().seq() + " already");
            }
            add(sums.computeIfAbsent(fact.branchId(), unused -> new TreeMap<>()), fact);
        }

        void rollBack() {
            if (world.has(Flaw.KEEPS_HALF_A_BATCH)) {
                written.forEach(this::store);
            }
            unlock();
        }

        private void unlock() {
            locked.removeAll(mine);
            mine.clear();
        }
    }

    private static Key keyOf(Fact fact) {
        return new Key(fact.epoch(), fact.seq());
    }
}
