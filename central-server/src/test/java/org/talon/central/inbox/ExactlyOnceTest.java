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
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.MessageReader;
import org.talon.shared.figures.Tally;

/** However often and in whatever pieces events come, the tables hold what a plain fold of them holds. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class ExactlyOnceTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    @Inject
    Intake intake;

    private final MessageReader reader = new MessageReader();

    static Stream<Long> seeds() {
        return RandomHall.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void duplicates_replays_and_overlapping_batches_change_nothing(long seed) {
        // Given
        Random random = new Random(seed);
        List<TestBranch> branches = List.of(TestBranch.in("Europe/Moscow"), TestBranch.in("Asia/Tokyo"));
        List<RandomHall> halls =
                branches.stream().map(branch -> new RandomHall(random, MORNING)).toList();
        List<List<Message>> streams = IntStream.range(0, branches.size())
                .mapToObj(b -> aDay(branches.get(b), halls.get(b)))
                .toList();
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
            assertShowsTheHall(branches.get(b), halls.get(b));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void several_consumers_of_the_same_messages_count_them_once(long seed) throws Exception {
        // Given
        Random random = new Random(seed);
        TestBranch branch = TestBranch.in("Europe/Moscow");
        RandomHall hall = new RandomHall(random, MORNING);
        List<Message> stream = aDay(branch, hall);
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
        assertShowsTheHall(branch, hall);
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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_branch_may_have_been_at_work_before_its_first_event_comes(long seed) {
        // Given
        TestBranch branch = TestBranch.in("Europe/Moscow");
        RandomHall hall = new RandomHall(new Random(seed), MORNING);
        hall.happens(300);
        List<Message> stream = aDay(branch, hall);
        // When
        takeAll(stream, 50);
        // Then
        assertHoldsWhatAPlainFoldHolds(branch, stream);
        assertThat(Tables.rows("select * from quarantine where branch_id = ?", branch.id))
                .isEmpty();
        assertThat(statesIn(branch)).containsAllEntriesOf(told(stream, hall.states()));
    }

    /** States of the services of which the stream says more than a priority. */
    private static Map<UUID, String> told(List<Message> stream, Map<UUID, String> states) {
        Map<UUID, String> told = new TreeMap<>();
        stream.stream()
                .map(Fact.class::cast)
                .filter(fact -> !(fact.event() instanceof PriorityChanged))
                .flatMap(fact -> fact.data().findValuesAsText("TicketProductId").stream())
                .map(UUID::fromString)
                .forEach(id -> told.put(id, states.get(id)));
        return told;
    }

    private List<Message> aDay(TestBranch branch, RandomHall hall) {
        return hall.happens(300).stream()
                .map(event -> reader.read(branch.received(branch.next(event))))
                .toList();
    }

    private static void assertShowsTheHall(TestBranch branch, RandomHall hall) {
        assertThat(statesIn(branch)).isEqualTo(hall.states());
        assertThat(Tables.map("""
                        select work_place_id, user_id || case when break_since is null then '' else '*' end
                        from work_place_session where branch_id = ?""", branch.id)).isEqualTo(hall.seats());
    }

    private static Map<UUID, String> statesIn(TestBranch branch) {
        return Tables.map("select id, state from ticket_product where branch_id = ?", branch.id);
    }

    private static void assertHoldsWhatAPlainFoldHolds(TestBranch branch, List<Message> stream) {
        Tally plain = new Tally();
        for (Message message : stream) {
            ((Fact) message).figures().forEach(figure -> plain.add(figure.adds()));
        }
        assertThat(Tables.value("""
                        select sum(issued), sum(completed), sum(rejected), sum(cancelled), sum(redirected), sum(expired),
                               sum(wait_sum_seconds), sum(wait_count), max(max_wait_seconds), sum(within_target),
                               sum(service_sum_seconds), sum(service_count)
                        from rollup where branch_id = ?""", branch.id)).isEqualTo(figures(plain.counts()));
        assertThat(Tables.rows(
                        "select bucket, sum(count) from rollup_wait where branch_id = ? group by bucket order by bucket",
                        branch.id))
                .isEqualTo(plain.waitBuckets().entrySet().stream()
                        .map(bucket -> bucket.getKey() + " " + bucket.getValue())
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
                        c.redirected(),
                        c.expired(),
                        c.waitSumSeconds(),
                        c.waitCount(),
                        c.maxWaitSeconds(),
                        c.withinTarget(),
                        c.serviceSumSeconds(),
                        c.serviceCount())
                .map(String::valueOf)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }
}
