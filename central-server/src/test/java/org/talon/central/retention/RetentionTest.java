package org.talon.central.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.RandomHall;
import org.talon.central.inbox.Tables;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.SurveyFinished;
import org.talon.shared.event.SurveyFinished.SurveyReply;

/** Personal data leaves when its time is over, and no figure changes. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class RetentionTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    LogMonths months;

    @Inject
    PersonalEvents events;

    @Inject
    OldQuarantine quarantine;

    @Inject
    RetentionConfig config;

    @Inject
    RetentionMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final TestBranch branch = TestBranch.known("Forgetful", AT);
    private final String secret = "Anna Petrova, +7 900 " + UUID.randomUUID();

    static Stream<Long> seeds() {
        return RandomHall.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void personal_data_is_nowhere_any_more_and_every_figure_is_what_it_was(long seed) {
        // Given: a day at a branch, with all that may tell of a visitor
        List<BranchEvent> day = new RandomHall(new Random(seed), AT).happens(300);
        branch.tells(day.subList(0, 150).toArray(BranchEvent[]::new));
        branch.tells(survey());
        branch.sends(branch.nextOfTomorrow(secret, AT));
        branch.garbles("{\"Visitor\": \"" + secret);
        branch.tells(day.subList(150, day.size()).toArray(BranchEvent[]::new));
        branch.sends(branch.digest(branch.dateOf(AT), null, AT));
        Map<String, Object> before = rebuilt();
        assertThat(wherever(secret)).containsExactlyInAnyOrder(month() + " 2", "quarantine 1");
        // When: once the time is over, and again
        later(config.personalData().plusDays(2)).look();
        later(config.personalData().plusDays(2)).look();
        // Then
        assertThat(wherever(secret)).isEmpty();
        Map<String, Object> after = rebuilt();
        assertThat(after.get("Before")).isEqualTo(before.get("After"));
        assertThat(after.get("After")).isEqualTo(before.get("After"));
        assertThat(after.get("Events")).isEqualTo(before.get("Events"));
        assertThat(difference()).isEqualTo("null");
    }

    @Test
    void what_is_young_enough_stays() {
        branch.tells(survey());

        later(config.personalData().minusDays(2)).look();

        assertThat(wherever(secret)).containsExactly(month() + " 1");
    }

    @Test
    void it_goes_on_where_it_was_interrupted_and_done_again_changes_nothing() throws Exception {
        // Given
        LocalDate after = branch.dateOf(AT).plusDays(1);
        later(config.personalData().plusDays(2)).look();
        branch.tells(survey(), survey(), survey());
        // When: after the first transaction it was interrupted
        assertThat(events.forgetSome(after, 2)).isEqualTo(2);
        assertThat(wherever(secret)).containsExactly(month() + " 1");
        // Then
        assertThat(events.forgetSome(after, 2)).isEqualTo(1);
        assertThat(events.forgetSome(after, 2)).isZero();
        assertThat(wherever(secret)).isEmpty();
    }

    @Test
    void a_clock_that_was_ahead_makes_no_time_longer() {
        branch.tells(survey(AT.plus(Duration.ofDays(3_000))));

        later(config.personalData().plusDays(2)).look();

        assertThat(wherever(secret)).isEmpty();
    }

    @Test
    void while_another_process_is_at_it_nothing_is_done() throws Exception {
        branch.tells(survey());
        try (Connection another = database.getConnection()) {
            another.setAutoCommit(false);
            assertThat(RetentionTurn.isOurs(another)).isTrue();

            assertThat(events.forgetSome(branch.dateOf(AT).plusDays(1), 1_000)).isZero();
            assertThat(quarantine.emptySome(branch.dateOf(AT).plusDays(1), 1_000))
                    .isZero();

            another.rollback();
        }
        assertThat(wherever(secret)).containsExactly(month() + " 1");
    }

    @Test
    void what_was_done_is_told_in_numbers() {
        later(config.personalData().plusDays(2)).look();
        double before = registry.counter("talon.retention.events").count();
        branch.tells(survey(), survey());

        later(config.personalData().plusDays(2)).look();

        assertThat(registry.counter("talon.retention.events").count()).isEqualTo(before + 2);
    }

    @Test
    void the_log_is_ready_for_the_months_to_come_and_takes_former_ones_out_of_the_way() {
        // Given: a branch that was cut off for long, and one whose clock is ahead
        TestBranch late = TestBranch.in("Europe/Moscow");
        late.serves(AT.minus(Duration.ofDays(200)), 60, 300);
        branch.serves(AT.plus(Duration.ofDays(9_000)), 60, 300);
        // When
        later(Duration.ZERO).look();
        // Then
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(Tables.rows("select relname from pg_class where relname ~ '^event_log_[0-9_]{7}$'"))
                .contains(partitionOf(today), partitionOf(today.plusMonths(config.monthsAhead())));
        assertThat(Tables.rows("select distinct tableoid::regclass from event_log where branch_id = ?", late.id))
                .containsExactly(partitionOf(late.dateOf(AT.minus(Duration.ofDays(200)))));
        assertThat(Tables.rows(
                        "select distinct tableoid::regclass from event_log where branch_id = ? and seq > 1", branch.id))
                .containsExactly("event_log_default");
    }

    private static String partitionOf(LocalDate day) {
        return DateTimeFormatter.ofPattern("'event_log_'yyyy_MM").format(day);
    }

    private KeepTime later(Duration after) {
        return new KeepTime(months, events, quarantine, config, metrics, Clock.offset(clock, after));
    }

    private BranchEvent survey() {
        return survey(AT);
    }

    private BranchEvent survey(Instant at) {
        UUID answer = UUID.randomUUID();
        return new SurveyFinished(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "How was it?",
                "survey-1",
                branch.workPlace,
                branch.user,
                UUID.randomUUID(),
                branch.product,
                "Completed",
                List.of(
                        new SurveyReply(
                                UUID.randomUUID(), "And?", "Single", List.of(answer), List.of("Good"), null, null),
                        new SurveyReply(UUID.randomUUID(), "What else?", "Text", List.of(), List.of(), secret, null)),
                at,
                at);
    }

    /** Every table in which it stands, in whatever column, and in how many rows. */
    private static List<String> wherever(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return Tables.rows(
                        "select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace")
                .stream()
                .map(table -> table + " "
                        + Tables.value(
                                "select count(*) from " + table
                                        + " t where strpos(t::text, ?) + strpos(t::text, ?) > 0",
                                text,
                                hex))
                .filter(found -> !found.endsWith(" 0"))
                .toList();
    }

    /** Where the log of the day lies, whatever other tests made. */
    private String month() {
        return Tables.value("select distinct tableoid::regclass from event_log where branch_id = ?", branch.id);
    }

    private String difference() {
        return Tables.value("select difference from reconciliation where branch_id = ?", branch.id);
    }

    private Map<String, Object> rebuilt() {
        asAdmin().queryParam("serverId", branch.id).post("queue/rebuild").then().statusCode(200);
        return await().atMost(PATIENCE).until(this::rebuild, row -> row.get("DoneAt") != null);
    }

    private Map<String, Object> rebuild() {
        return asAdmin().get("queue/rebuild").jsonPath().<Map<String, Object>>getList("").stream()
                .filter(row -> row.get("BranchId").equals(branch.id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static io.restassured.specification.RequestSpecification asAdmin() {
        return given().header("Authorization", Analyst.tokenOf("ADMIN"));
    }
}
