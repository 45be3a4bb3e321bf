package org.talon.central.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.central.inbox.Message.Fact;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.WorkPlaceOpened;
import org.talon.shared.figures.Tally;

/** However often and in whatever pieces events come, the tables hold what a plain fold of them holds. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class ExactlyOnceTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    @Inject
    MessageReader reader;

    @Inject
    Intake intake;

    static Stream<Long> seeds() {
        long first = Long.getLong("talon.seed", System.nanoTime());
        return IntStream.range(0, Integer.getInteger("talon.seeds", 5)).mapToObj(i -> first + i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void duplicates_replays_and_overlapping_batches_change_nothing(long seed) {
        // Given
        Random random = new Random(seed);
        List<TestBranch> branches = List.of(TestBranch.in("Europe/Moscow"), TestBranch.in("Asia/Tokyo"));
        List<List<Message>> streams =
                branches.stream().map(branch -> aDay(branch, random)).toList();
        // When
        for (int[] taken = new int[streams.size()]; !allTaken(taken, streams); ) {
            List<Message> batch = new ArrayList<>();
            for (int b = 0; b < taken.length; b++) {
                int from = Math.max(0, taken[b] - random.nextInt(20));
                int to = Math.min(streams.get(b).size(), taken[b] + random.nextInt(40));
                batch.addAll(streams.get(b).subList(from, to));
                taken[b] = to;
            }
            intake.take(batch);
        }
        streams.forEach(intake::take);
        // Then
        for (int b = 0; b < branches.size(); b++) {
            assertHoldsWhatAPlainFoldHolds(branches.get(b), streams.get(b));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void several_consumers_of_the_same_messages_count_them_once(long seed) throws Exception {
        // Given
        Random random = new Random(seed);
        TestBranch branch = TestBranch.in("Europe/Moscow");
        List<Message> stream = aDay(branch, random);
        List<Integer> sizes =
                IntStream.range(0, 4).mapToObj(i -> 5 + random.nextInt(30)).toList();
        // When
        try (var consumers = Executors.newFixedThreadPool(sizes.size())) {
            List<? extends Future<?>> running = sizes.stream()
                    .map(size -> consumers.submit(() -> takeAll(stream, size)))
                    .toList();
            for (Future<?> consumer : running) {
                consumer.get();
            }
        }
        // Then
        assertHoldsWhatAPlainFoldHolds(branch, stream);
    }

    private void takeAll(List<Message> stream, int size) {
        for (int from = 0; from < stream.size(); from += size) {
            intake.take(stream.subList(from, Math.min(stream.size(), from + size)));
        }
    }

    private static boolean allTaken(int[] taken, List<List<Message>> streams) {
        return IntStream.range(0, taken.length)
                .allMatch(b -> taken[b] == streams.get(b).size());
    }

    private List<Message> aDay(TestBranch branch, Random random) {
        List<Message> day = new ArrayList<>();
        for (int visitor = 0; visitor < 60; visitor++) {
            for (BranchEvent event : aVisitor(branch, random, MORNING.plusSeconds(random.nextInt(8 * 3600)))) {
                day.add(reader.read(branch.received(branch.next(event))));
            }
        }
        return day;
    }

    private static List<BranchEvent> aVisitor(TestBranch branch, Random random, Instant at) {
        UUID ticket = UUID.randomUUID();
        UUID service = UUID.randomUUID();
        List<BranchEvent> events = new ArrayList<>();
        events.add(branch.issued(ticket, service, at));
        if (random.nextInt(3) == 0) {
            events.add(new PriorityChanged(service, ticket, branch.product, random.nextInt(100), at.plusSeconds(1)));
        }
        if (random.nextInt(8) == 0) {
            events.add(branch.cancelled(ticket, service, at.plusSeconds(60)));
            return events;
        }
        long waited = random.nextInt(4000);
        Instant called = at.plusSeconds(waited);
        events.add(new WorkPlaceOpened(branch.workPlace, branch.user, called));
        events.add(branch.invited(ticket, service, waited, called));
        if (random.nextInt(8) == 0) {
            events.add(branch.rejected(ticket, service, called.plusSeconds(60)));
            return events;
        }
        events.add(new ServiceStarted(service, ticket, branch.product, branch.workPlace, branch.user, called));
        if (random.nextInt(8) != 0) {
            long served = random.nextInt(900);
            events.add(branch.completed(ticket, service, served, called.plusSeconds(served)));
        }
        return events;
    }

    private static void assertHoldsWhatAPlainFoldHolds(TestBranch branch, List<Message> stream) {
        Tally plain = new Tally();
        Map<String, Long> states = new TreeMap<>();
        Map<UUID, String> stateOf = new TreeMap<>();
        for (Message message : stream) {
            Fact fact = (Fact) message;
            fact.figures().forEach(figure -> plain.add(figure.adds()));
            note(stateOf, fact.event());
        }
        stateOf.values().forEach(state -> states.merge(state, 1L, Long::sum));
        assertThat(Tables.value("""
                        select sum(issued), sum(completed), sum(rejected), sum(cancelled), sum(wait_sum_seconds),
                               sum(wait_count), max(max_wait_seconds), sum(within_target), sum(service_sum_seconds)
                        from rollup where branch_id = ?""", branch.id)).isEqualTo(figures(plain.counts()));
        assertThat(Tables.rows(
                        "select bucket, sum(count) from rollup_wait where branch_id = ? group by bucket order by bucket",
                        branch.id))
                .isEqualTo(plain.waitBuckets().entrySet().stream()
                        .map(bucket -> bucket.getKey() + " " + bucket.getValue())
                        .toList());
        assertThat(Tables.rows(
                        "select state, count(*) from ticket_product where branch_id = ? group by state order by state",
                        branch.id))
                .isEqualTo(states.entrySet().stream()
                        .map(state -> state.getKey() + " " + state.getValue())
                        .toList());
        assertThat(Tables.value("select count(*), max(seq) from event_log where branch_id = ?", branch.id))
                .isEqualTo(stream.size() + " " + stream.size());
    }

    private static String figures(Tally.Counts c) {
        return Stream.of(
                        c.issued(),
                        c.completed(),
                        c.rejected(),
                        c.cancelled(),
                        c.waitSumSeconds(),
                        c.waitCount(),
                        c.maxWaitSeconds(),
                        c.withinTarget(),
                        c.serviceSumSeconds())
                .map(String::valueOf)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static void note(Map<UUID, String> stateOf, BranchEvent event) {
        switch (event) {
            case org.talon.shared.event.TicketIssued e ->
                stateOf.put(e.products().getFirst().ticketProductId(), "InQueue");
            case org.talon.shared.event.VisitorInvited e -> stateOf.put(e.ticketProductId(), "Invited");
            case ServiceStarted e -> stateOf.put(e.ticketProductId(), "Operating");
            case org.talon.shared.event.ServiceCompleted e -> stateOf.put(e.ticketProductId(), "Completed");
            case org.talon.shared.event.VisitorRejected e -> stateOf.put(e.ticketProductId(), "Rejected");
            case org.talon.shared.event.ProductCancelled e -> stateOf.put(e.ticketProductId(), "Cancelled");
            default -> {}
        }
    }
}
