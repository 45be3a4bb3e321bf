package org.talon.branch.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.CatalogueOfTests;
import org.talon.branch.retention.RetentionTime.Today;

/** By what date things are forgotten, whatever the clock does. */
@BranchTest
class RetentionTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Inject
    AgroalDataSource database;

    private final String what = "test " + UUID.randomUUID();

    @Test
    void a_clock_that_goes_as_clocks_do_is_followed() throws Exception {
        assertThat(at("2026-11-23T10:00:00Z")).isEqualTo(new Today(TODAY, TODAY));
        assertThat(at("2026-11-25T09:00:00Z").atLeast()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void one_that_jumps_ahead_is_followed_by_two_days_a_run() throws Exception {
        at("2026-11-23T10:00:00Z");

        assertThat(at("2028-11-23T10:00:00Z")).isEqualTo(new Today(TODAY.plusDays(2), TODAY.plusYears(2)));
        assertThat(at("2028-11-23T11:00:00Z").atLeast()).isEqualTo(TODAY.plusDays(4));
        assertThat(at("2026-11-23T12:00:00Z").atLeast()).isEqualTo(TODAY);
    }

    @Test
    void one_that_falls_back_is_never_waited_for_long() throws Exception {
        at("2026-11-23T10:00:00Z");

        assertThat(at("2019-11-23T10:00:00Z")).isEqualTo(new Today(TODAY.minusYears(7), TODAY.minusDays(2)));
        assertThat(at("2026-11-23T12:00:00Z").atLeast()).isEqualTo(TODAY);
    }

    private Today at(String moment) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
        return RetentionTimes.of(database, CatalogueOfTests.at(clock).calendar(), clock)
                .todayFor(what);
    }
}
