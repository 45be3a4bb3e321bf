package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.catalogue.CatalogueOfTests;

/** The outbox is ready for the months to come, and keeps none longer than it must. */
class OutboxRetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private OutboxRetention retention;
    private OwnOutbox outbox;

    @BeforeEach
    void a_branch_as_it_comes() throws Exception {
        outbox = OwnOutbox.empty();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        OutboxConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutboxConfig.class)
                .build()
                .getConfigMapping(OutboxConfig.class);
        retention = new OutboxRetention(
                outbox.months,
                new OutboxMetrics(new OutboxBacklog(outbox.database, outbox.log), clock, registry),
                config,
                CatalogueOfTests.at(clock).calendar());
    }

    @AfterEach
    void the_end() {
        outbox.close();
    }

    @Test
    void events_lie_in_the_month_in_which_they_happened_and_those_to_come_have_one_too() throws Exception {
        outbox.append(NOW);

        retention.look();

        outbox.append(NOW.plusSeconds(1));
        assertThat(texts("select distinct tableoid::regclass from outbox")).containsExactly("outbox_2026_11");
        assertThat(months()).containsExactly("outbox_2026_11", "outbox_2026_12", "outbox_2027_01", "outbox_2027_02");
    }

    @Test
    void what_is_older_than_a_year_goes_also_where_it_came_by_a_clock_that_was_wrong() throws Exception {
        // Given
        outbox.sealed("2019-07-20T20:17:00Z", "2025-10-30T10:00:00Z");
        outbox.sealed("2025-11-24T10:00:00Z");
        outbox.sealed("2026-11-23T09:00:00Z");
        // When: Kafka does not have it yet
        retention.look();
        // Then
        assertThat(months()).contains("outbox_2019_07", "outbox_2025_10", "outbox_2025_11", "outbox_2026_11");
        // When
        outbox.acknowledged();
        outbox.counted();
        retention.look();
        // Then
        assertThat(months()).doesNotContain("outbox_2019_07", "outbox_2025_10").contains("outbox_2025_11");
        assertThat(outbox.ids(1, 3)).hasSize(2);
        assertThat(registry.get("talon.outbox.dropped.months").counter().count())
                .isEqualTo(2);
    }

    private List<String> months() throws Exception {
        return texts("select relname from pg_class where relname ~ '^outbox_[0-9_]{7}$' order by relname");
    }

    private List<String> texts(String sql) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Connection connection = outbox.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
