package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.EventHash;
import org.talon.shared.event.EventSum;
import org.talon.shared.federation.EventLog;

/** What a branch says of its day is what its records and its events are. */
@BranchTest
class DayDigestTest {

    @Inject
    BranchFixture branch;

    @Inject
    OutboxLog log;

    @Inject
    DigestTable table;

    @Inject
    DayRecords records;

    @Inject
    AgroalDataSource database;

    @Inject
    OutboxConfig config;

    @Inject
    UnnumberedEnvelopes envelopes;

    @Inject
    BranchCalendar calendar;

    @Inject
    Clock clock;

    LocalDate today;

    @BeforeEach
    void a_new_day_in_an_empty_hall() {
        branch.empty();
        today = branch.newDayAt("09:00");
    }

    @Test
    void events_of_a_day_are_counted_once_each_with_the_sum_of_their_hashes() throws Exception {
        // Given
        var admin = branch.admin();
        for (int i = 0; i < 40; i++) {
            admin.issue("117");
        }
        // When: the relay counts them
        await().until(() -> counted() >= 40);
        // Then
        EventLog.State state = log.state();
        List<EventEnvelope> ofToday = numbered(state).stream()
                .filter(event -> event.businessDate().equals(today))
                .toList();
        EventSum sum = table.of(state.epoch(), List.of(today)).get(today);
        assertThat(sum.events()).isEqualTo(ofToday.size());
        assertThat(sum.hash())
                .isEqualTo(ofToday.stream().mapToLong(EventHash::of).sum());
    }

    @Test
    void sums_are_read_off_the_records_and_only_while_they_stand_where_the_events_do() throws Exception {
        // Given
        branch.admin().issue("117");
        branch.admin().issue("117");
        branch.operator(1).posts("operation/invite").then().statusCode(200);
        await().until(() -> sums().isPresent());
        // Then
        assertThat(sums()).contains(new Sums(2, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0));

        // When: something has happened that has no number yet
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from outbox_position for update");
            branch.admin().issue("117");
            // Then
            assertThat(sums()).isEmpty();
            other.rollback();
        }
        await().until(() -> sums().isPresent());
        assertThat(sums().orElseThrow().issued()).isEqualTo(3);
    }

    @Test
    void who_counts_late_what_another_has_counted_changes_nothing() throws Exception {
        branch.admin().issue("117");
        await().until(() -> counted() >= 1);
        EventSum before = table.of(1, List.of(today)).get(today);
        long to = table.countedTo(1);

        var changed = table.count(1, to - 1, log.read(1, to, 1));

        assertThat(changed).isEmpty();
        assertThat(table.of(1, List.of(today)).get(today)).isEqualTo(before);
    }

    @Test
    void a_day_that_is_over_is_told_of_again_until_kafka_has_it() throws Exception {
        // Given: a relay that has just begun, and tells of yesterday too
        DayDigests digests = new DayDigests(log, table, records, atOnce(), envelopes, calendar, clock);
        assertThat(datesOf(digests)).containsExactly(today.minusDays(1), today);
        // When: what it told did not come through
        // Then
        assertThat(datesOf(digests)).containsExactly(today.minusDays(1), today);
        // When
        digests.sent();
        // Then
        assertThat(datesOf(digests)).containsExactly(today);
    }

    private List<LocalDate> datesOf(DayDigests digests) throws SQLException {
        return digests.dueAt(log.state()).stream()
                .map(digest ->
                        LocalDate.parse(digest.data().path("BusinessDate").asText()))
                .toList();
    }

    /** As it is configured, but always due, and whatever happens meanwhile. */
    private OutboxConfig atOnce() {
        return (OutboxConfig) Proxy.newProxyInstance(
                OutboxConfig.class.getClassLoader(),
                new Class<?>[] {OutboxConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals("digestEvery") ? Duration.ZERO : method.invoke(config, arguments));
    }

    private List<EventEnvelope> numbered(EventLog.State state) throws SQLException {
        return log.read(state.epoch(), 1, (int) state.sealedSeq());
    }

    private long counted() throws SQLException {
        return table.of(1, List.of(today)).getOrDefault(today, EventSum.NOTHING).events();
    }

    private Optional<Sums> sums() throws SQLException {
        EventLog.State state = log.state();
        return table.readAt(state.epoch(), state.sealedSeq(), snapshot -> records.of(today, snapshot));
    }
}
