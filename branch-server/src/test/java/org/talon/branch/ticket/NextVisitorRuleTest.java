package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Selection;
import org.talon.branch.catalogue.Selection.Policy;
import org.talon.branch.catalogue.Selection.Turn;

/** The order that SQL gives is the one of the rule in plain Java, on queues made by chance. */
@BranchTest
class NextVisitorRuleTest {

    @Inject
    BranchFixture branch;

    @Inject
    TicketQueue queue;

    @Inject
    EntityManager database;

    @Inject
    CurrentCatalogue catalogue;

    /** One who waits, as the rule sees him. */
    private record Waiting(
            UUID id,
            UUID product,
            boolean held,
            UUID at,
            UUID toPlace,
            UUID toUser,
            int priority,
            int target,
            Instant due,
            Instant booked,
            boolean late,
            boolean busy) {}

    @Test
    @Transactional
    void sql_and_plain_rule_agree() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            branch.empty();
            Instant now = branch.now();
            List<Waiting> hall = hall(random, now);
            hall.forEach(this::insert);
            Desk desk = desk(random);

            List<UUID> bySql =
                    queue.waitingFor(desk, now).stream().map(TicketProduct::id).toList();
            List<UUID> byRule = inOrder(hall, desk, now)
                    .filter(w -> !w.held)
                    .map(Waiting::id)
                    .toList();
            assertThat(bySql).as("seed %d, round %d, %s", seed, round, desk).isEqualTo(byRule);

            assertThat(queue.takeFirst(desk, now).map(TicketProduct::id))
                    .as("seed %d, round %d, %s", seed, round, desk)
                    .isEqualTo(inOrder(hall, desk, now).map(Waiting::id).findFirst());
            assertThat(queue.countWaitingFor(desk, now)).isEqualTo(byRule.size());
            database.clear();
        }
        branch.empty();
    }

    /** The rule, as the Javadoc of SelectionSql says it. */
    private static Stream<Waiting> inOrder(List<Waiting> hall, Desk desk, Instant now) {
        return hall.stream().filter(w -> mayBeCalled(w, desk)).sorted(order(desk, now));
    }

    private static boolean mayBeCalled(Waiting w, Desk desk) {
        if (w.busy) {
            return false;
        }
        if (w.held) {
            return w.at.equals(desk.workPlaceId()) && desk.selection().personal() != Turn.BY_HAND;
        }
        return desk.productIds().contains(w.product)
                && (w.toPlace == null || w.toPlace.equals(desk.workPlaceId()))
                && (w.toUser == null || w.toUser.equals(desk.userId()));
    }

    private static Comparator<Waiting> order(Desk desk, Instant now) {
        Selection selection = desk.selection();
        Comparator<Waiting> precedence = Comparator.comparingInt(w -> {
            if (w.held) {
                return selection.personal() == Turn.FIRST ? -2 : 0;
            }
            if (w.toPlace != null || w.toUser != null) {
                return selection.redirected() == Turn.FIRST ? -2 : 0;
            }
            return w.booked != null && !w.booked.isAfter(now) && !w.late ? -1 : 0;
        });
        Comparator<Waiting> byPriority = Comparator.comparingInt(w -> -w.priority);
        Comparator<Waiting> byDue = Comparator.comparing(Waiting::due);
        Comparator<Waiting> policy = switch (selection.policy()) {
            case PRIORITY -> byPriority.thenComparing(byDue);
            case HEAD_START ->
                Comparator.comparing(
                        w -> w.due.minus(Duration.ofMinutes((long) w.priority * selection.minutesPerPriority())));
            case TARGET_RATIO ->
                Comparator.<Waiting>comparingDouble(
                                w -> -(double) Duration.between(w.due, now).toSeconds() / w.target)
                        .thenComparing(byPriority);
        };
        return precedence.thenComparing(policy).thenComparing(w -> w.id.toString());
    }

    private List<Waiting> hall(Random random, Instant now) {
        List<Waiting> hall = new ArrayList<>();
        List<UUID> products = ids(catalogue.get().products().stream().map(p -> p.id()));
        List<UUID> places = ids(catalogue.get().workPlaces().stream().map(p -> p.id()));
        List<UUID> staff = ids(catalogue.get().staff().stream().map(s -> s.id()));
        for (int n = 0; n < random.nextInt(25); n++) {
            // Coarse times and priorities, so that ties are frequent.
            Instant due = now.minusSeconds(60L * random.nextInt(20));
            boolean held = random.nextInt(6) == 0;
            boolean booked = !held && random.nextInt(4) == 0;
            boolean redirected = !held && !booked && random.nextInt(4) == 0;
            hall.add(new Waiting(
                    new UUID(0x01936b1e_0000_7000L, random.nextLong()),
                    any(products, random),
                    held,
                    held ? any(places, random) : null,
                    redirected && random.nextBoolean() ? any(places, random) : null,
                    redirected && random.nextBoolean() ? any(staff, random) : null,
                    random.nextInt(3) - 1,
                    300 * (1 + random.nextInt(3)),
                    due,
                    booked ? due.plusSeconds(60L * (random.nextInt(5) - 2)) : null,
                    booked && random.nextInt(3) == 0,
                    random.nextInt(8) == 0));
        }
        return hall;
    }

    private Desk desk(Random random) {
        var place = catalogue.get().workPlaces().get(random.nextInt(3));
        Set<UUID> products = catalogue.get().products().stream()
                .map(p -> p.id())
                .filter(any -> random.nextInt(3) > 0)
                .collect(Collectors.toSet());
        return new Desk(
                place.id(),
                catalogue.get().staff().get(random.nextInt(3)).id(),
                products,
                new Selection(
                        Policy.values()[random.nextInt(3)],
                        random.nextInt(4),
                        Turn.values()[random.nextInt(3)],
                        Turn.values()[random.nextInt(2)]));
    }

    private void insert(Waiting w) {
        int number = Math.floorMod(w.id.hashCode(), 1_000_000);
        database.createNativeQuery(
                        "insert into ticket (id, business_date, prefix, number, pin_code, created_at, at_work_place)"
                                + " values (:id, '2026-11-23', 'Q', :number, :pin, :due, :busy)")
                .setParameter("id", w.id)
                .setParameter("number", number + 1)
                .setParameter("pin", String.format("%06d", number))
                .setParameter("due", w.due)
                .setParameter("busy", w.busy)
                .executeUpdate();
        database.createNativeQuery(
                        "insert into ticket_product (id, ticket_id, product_id, state, priority, target_seconds,"
                                + " created_at, due_at, queued_at, booked_for, late, work_place_id, to_work_place_id, to_user_id,"
                                + " calls, served_seconds) values (:id, :id, :product, :state, :priority, :target, :due, :due, :due,"
                                + " cast(:booked as timestamptz), :late, cast(:place as uuid), cast(:toPlace as uuid),"
                                + " cast(:toUser as uuid), 0, 0)")
                .setParameter("id", w.id)
                .setParameter("product", w.product)
                .setParameter("state", w.held ? "HELD" : "IN_QUEUE")
                .setParameter("priority", w.priority)
                .setParameter("target", w.target)
                .setParameter("due", w.due)
                .setParameter("booked", w.booked == null ? null : w.booked.toString())
                .setParameter("late", w.late)
                .setParameter("place", w.at == null ? null : w.at.toString())
                .setParameter("toPlace", w.toPlace == null ? null : w.toPlace.toString())
                .setParameter("toUser", w.toUser == null ? null : w.toUser.toString())
                .executeUpdate();
    }

    private static List<UUID> ids(Stream<UUID> ids) {
        return ids.limit(3).toList();
    }

    private static UUID any(List<UUID> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
