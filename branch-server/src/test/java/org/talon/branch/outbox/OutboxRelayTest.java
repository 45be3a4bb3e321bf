package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;

@BranchTest
class OutboxRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    BranchFixture branch;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource dataSource;

    private final EventCodec codec = new EventCodec();

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @Test
    void every_committed_event_reaches_kafka_once_numbered_without_holes_and_in_each_tickets_order() throws Exception {
        // Given: many hands at once
        var admin = branch.admin();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            work.add(() -> {
                var ticket = admin.issues("117", 0).jsonPath();
                String path =
                        "queue/admin/tickets/" + ticket.getString("Id") + "/" + ticket.getString("Products[0].Id");
                admin.posts(path + "/setPriority?priority=3").then().statusCode(200);
                admin.posts(path + "/cancel").then().statusCode(200);
                return null;
            });
        }
        try (var hands = Executors.newFixedThreadPool(12)) {
            for (var done : hands.invokeAll(work)) {
                done.get();
            }
        }
        long committed = count("outbox");
        // When
        List<EventEnvelope> sent = sentUntil(committed);
        // Then
        assertThat(sent)
                .extracting(EventEnvelope::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, committed).boxed().toList());
        assertThat(sent).extracting(EventEnvelope::eventId).doesNotHaveDuplicates();
        Map<String, List<String>> storyOfTicket = new HashMap<>();
        sent.stream()
                .filter(e -> e.data().has("TicketId"))
                .forEach(e -> storyOfTicket
                        .computeIfAbsent(e.data().get("TicketId").asText(), unused -> new ArrayList<>())
                        .add(e.type()));
        assertThat(storyOfTicket.values())
                .filteredOn(story -> story.contains("PriorityChanged") && story.size() == 3)
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(story -> story.equals(List.of("TicketIssued", "PriorityChanged", "ProductCancelled")));
    }

    @Test
    void the_branch_introduces_itself_before_all_else() throws Exception {
        EventEnvelope first = sentUntil(1).getFirst();

        assertThat(codec.event(first)).get().isInstanceOfSatisfying(BranchIntroduced.class, hello -> {
            assertThat(hello.name()).isEqualTo("Отделение № 1");
            assertThat(hello.timeZone()).isEqualTo("Europe/Berlin");
            assertThat(hello.products()).hasSize(8);
        });
    }

    @Test
    void a_heartbeat_tells_how_far_the_branch_has_come() throws Exception {
        // Given
        branch.admin().issue("117");
        long committed = count("outbox");
        // Then
        EventEnvelope beat = awaited(events -> events.stream()
                        .filter(e -> e.type().equals("Heartbeat"))
                        .filter(e -> ((Heartbeat) codec.event(e).orElseThrow()).lastSeq() >= committed)
                        .toList())
                .getFirst();
        assertThat(beat.occurredAt()).isBeforeOrEqualTo(branch.now());
    }

    @Test
    void a_digest_tells_what_the_branch_makes_of_its_day() throws Exception {
        // Given
        LocalDate today = branch.newDayAt("09:00");
        branch.admin().issue("117");
        long committed = count("outbox");
        // Then
        EventEnvelope said = awaited(events -> events.stream()
                        .filter(e -> e.type().equals("DayDigest"))
                        .filter(e -> digest(e).businessDate().equals(today)
                                && digest(e).upToSeq() >= committed)
                        .toList())
                .getFirst();
        assertThat(said.seq()).isNull();
        assertThat(digest(said).sums()).isNotNull();
        assertThat(digest(said).sums().issued()).isEqualTo(1);
        assertThat(digest(said).events())
                .isEqualTo(sentUntil(digest(said).upToSeq()).stream()
                        .filter(e -> e.businessDate().equals(today))
                        .count());
    }

    private DayDigest digest(EventEnvelope event) {
        return (DayDigest) codec.event(event).orElseThrow();
    }

    @Test
    void a_late_commit_is_not_skipped() throws Exception {
        // Given: a transaction that has appended, is overtaken by others, and commits only then
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            late.createStatement()
                    .execute(
                            "insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)"
                                    + " values (gen_random_uuid(), 'LateForTest', 1, now(), current_date, 0, '{}')");
            IntStream.range(0, 3).forEach(i -> branch.admin().issue("118"));
            late.commit();
        }
        // Then
        long committed = count("outbox");
        assertThat(sentUntil(committed)).extracting(EventEnvelope::type).contains("LateForTest");
    }

    private long count(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }

    /** The numbered events, each once, as soon as Kafka has so many. */
    private List<EventEnvelope> sentUntil(long count) throws Exception {
        return awaited(events -> {
            List<EventEnvelope> numbered =
                    events.stream().filter(e -> e.seq() != null).toList();
            return numbered.size() >= count ? numbered.subList(0, (int) count) : List.of();
        });
    }

    private List<EventEnvelope> awaited(java.util.function.Function<List<EventEnvelope>, List<EventEnvelope>> wanted) {
        List<EventEnvelope> events = new ArrayList<>();
        try (BranchTopic topic = BranchTopic.fromItsBeginning()) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                events.addAll(topic.next());
                List<EventEnvelope> found = wanted.apply(events);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        throw new AssertionError("not seen within " + PATIENCE + "; seen were " + events.size() + " messages");
    }
}
