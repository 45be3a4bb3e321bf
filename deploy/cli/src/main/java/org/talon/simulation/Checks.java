package org.talon.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.figures.EventFigures;
import org.talon.shared.figures.Tally;

/** What must hold after every step, and what must hold when all has come to rest. */
final class Checks {

    private final Map<UUID, Branch> branches = new HashMap<>();

    void watch(Branch branch) {
        branches.put(branch.id, branch);
    }

    /** Kafka is told only of what is stored. */
    void kafkaIsTold(Map<UUID, Long> offsets, Map<UUID, Long> stored) {
        offsets.forEach((branchId, offset) -> require(
                stored.getOrDefault(branchId, 0L) >= offset,
                "Kafka is told of offset " + offset + ", stored is up to " + stored.get(branchId)));
    }

    void stored(CentreDatabase centre, List<Message> messages) {
        messages.stream()
                .map(Message::branchId)
                .collect(Collectors.toSet())
                .forEach(branchId -> holds(centre, branchId));
    }

    private void holds(CentreDatabase centre, UUID branchId) {
        try {
            isRight(centre, branchId);
        } catch (Violation violation) {
            throw new Violation(branchId.toString().substring(0, 4) + ": " + violation.getMessage());
        }
    }

    private void isRight(CentreDatabase centre, UUID branchId) {
        List<Fact> history = centre.history(branchId);
        hasNoHoles(centre.position(branchId), history);
        countsOnce(history);
        if (centre.position(branchId).conflict() == null) {
            keepsOrder(history);
        }
        require(
                sums(centre.sums(branchId)).equals(sums(CentreDatabase.sumsOf(history))),
                "the sums are not those of the log");
        isCompleteToWhatItSays(centre.position(branchId), history, Objects.requireNonNull(branches.get(branchId)));
    }

    private static void hasNoHoles(BranchPosition at, List<Fact> history) {
        Map<Integer, Long> next = new HashMap<>();
        for (Fact fact : history) {
            long expected = next.getOrDefault(fact.epoch(), 1L);
            require(fact.seq() == expected, "number " + expected + " of epoch " + fact.epoch() + " is not in");
            next.put(fact.epoch(), expected + 1);
        }
        require(
                next.getOrDefault(at.epoch(), 1L) == at.nextSeq(),
                "the position says " + at.nextSeq() + ", the log " + next.get(at.epoch()));
        at.lineage()
                .ended()
                .forEach(ended -> require(
                        next.getOrDefault(ended.epoch(), 1L) == ended.lastSeq() + 1,
                        "epoch " + ended.epoch() + " is not in up to " + ended.lastSeq()));
    }

    private static void countsOnce(List<Fact> history) {
        Set<UUID> ids = new HashSet<>();
        history.forEach(
                fact -> require(ids.add(fact.envelope().eventId()), "an event counts twice: number " + fact.seq()));
    }

    private static void keepsOrder(List<Fact> history) {
        Map<UUID, Integer> steps = new HashMap<>();
        for (Fact fact : history) {
            UUID ticket = ticketOf(fact.event());
            if (ticket != null) {
                int step = stepOf(fact.event());
                Integer before = steps.put(ticket, step);
                require(
                        before == null ? step == 0 : before < step,
                        "a ticket's events come in another order than they happened: a "
                                + fact.envelope().type() + " as number " + fact.seq() + " of epoch " + fact.epoch());
            }
        }
    }

    private static @Nullable UUID ticketOf(@Nullable BranchEvent event) {
        return switch (event) {
            case TicketIssued e -> e.ticketId();
            case VisitorInvited e -> e.ticketId();
            case ServiceCompleted e -> e.ticketId();
            case ProductCancelled e -> e.ticketId();
            case null, default -> null;
        };
    }

    private static int stepOf(@Nullable BranchEvent event) {
        return switch (event) {
            case TicketIssued e -> 0;
            case VisitorInvited e -> 1;
            case null, default -> 2;
        };
    }

    /** What the branch had committed by then, as its records hold it now; what it said of a database that is gone is void. */
    private static void isCompleteToWhatItSays(BranchPosition at, List<Fact> history, Branch branch) {
        Instant completeTo = at.completeTo();
        if (completeTo == null
                || completeTo.isBefore(branch.restoredAt())
                || branch.database().state().epoch() != at.epoch()) {
            return;
        }
        Set<UUID> in = ids(history);
        for (BranchDatabase.Row row : branch.database().rows()) {
            require(
                    row.committedAt().isAfter(completeTo) || in.contains(row.eventId()),
                    "said to be complete to " + completeTo + ", but what was committed at " + row.committedAt()
                            + " is not in");
        }
    }

    private static Set<UUID> ids(List<Fact> history) {
        return history.stream().map(fact -> fact.envelope().eventId()).collect(Collectors.toSet());
    }

    /** All is well again and nothing is under way: the centre shows just what the branch's records hold. */
    void atRest(CentreDatabase centre, Branch branch, Instant now) {
        holds(centre, branch.id);
        BranchPosition at = centre.position(branch.id);
        require(
                at.asks(now).isEmpty(),
                "the centre still lacks something of epoch " + at.epoch() + " from " + at.nextSeq() + " on");
        List<Fact> history = centre.history(branch.id).stream()
                .filter(fact -> !(fact.event() instanceof EpochBegan))
                .toList();
        Set<UUID> there = branch.database().rows().stream()
                .map(BranchDatabase.Row::eventId)
                .collect(Collectors.toSet());
        require(ids(history).equals(there), "the centre has " + history.size() + " events, the branch " + there.size());
        require(
                sums(centre.sums(branch.id)).equals(sums(figuresOf(branch.database()))),
                "the centre's figures are not those of the branch's records");
    }

    /** By the calendar of the branch's zone, whatever the envelopes say. */
    private static Map<LocalDate, Tally> figuresOf(BranchDatabase database) {
        Map<LocalDate, Tally> figures = new TreeMap<>();
        for (BranchDatabase.Row row : database.rows()) {
            LocalDate date = row.event().at().atZone(BranchDatabase.ZONE).toLocalDate();
            EventFigures.of(
                    row.event(),
                    date,
                    0,
                    (key, adds) -> figures.computeIfAbsent(key.date(), unused -> new Tally())
                            .add(adds));
        }
        return figures;
    }

    private static Map<LocalDate, Sums> sums(Map<LocalDate, Tally> tallies) {
        Map<LocalDate, Sums> sums = new TreeMap<>();
        tallies.forEach((date, tally) -> sums.put(date, tally.sums()));
        return sums;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
