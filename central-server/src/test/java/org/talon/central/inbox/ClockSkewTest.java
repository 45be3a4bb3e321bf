package org.talon.central.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.federation.Received;

/** A branch whose clock is wrong is shown as such, and its figures are filed as it says. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class ClockSkewTest {

    private static final Duration EVERY = Duration.ofSeconds(5);

    @Inject
    Clock clock;

    @Test
    void a_branch_whose_clock_is_ahead_is_shown_and_counted_until_its_clock_is_right() {
        // Given
        Instant now = clock.instant();
        TestBranch branch = TestBranch.known("Early", now);
        branch.isAlive(now);
        double before = skewed();
        assertThat(skewOf(branch)).isNull();
        // When
        branch.isAlive(now.plusSeconds(90));
        // Then
        assertThat(skewOf(branch)).isEqualTo(90);
        assertThat(skewed()).isEqualTo(before + 1);
        assertThat(value("talon_clocks_worst_skew_seconds")).isGreaterThanOrEqualTo(90);
        // When
        branch.isAlive(now);
        // Then
        assertThat(skewOf(branch)).isNull();
        assertThat(skewed()).isEqualTo(before);
    }

    @Test
    void a_branch_whose_clock_is_behind_is_shown_once_its_lag_has_stayed() {
        // Given
        TestBranch branch = TestBranch.known("Late", clock.instant());
        // When
        for (int beat = 0; beat < 7; beat++) {
            assertThat(skewOf(branch)).isNull();
            beatsLate(branch, Duration.ofSeconds(45));
        }
        // Then
        assertThat(skewOf(branch)).isEqualTo(-45);
    }

    @Test
    void a_backlog_that_comes_at_once_and_is_read_again_is_no_wrong_clock() {
        // Given: heartbeats of an hour
        Instant now = clock.instant();
        TestBranch branch = TestBranch.known("Backlog", now.minusSeconds(3600));
        List<Received> backlog = java.util.stream.IntStream.rangeClosed(0, 720)
                .mapToObj(beat -> branch.received(branch.heartbeat(now.minusSeconds(3600 - 5L * beat))))
                .toList();
        // When
        TestBranch.hands(backlog.subList(0, 400));
        TestBranch.hands(backlog.subList(400, 721));
        // Then
        assertThat(skewOf(branch)).isNull();
        // When: a restart begins a little earlier, again and again
        for (int again = 0; again < 10; again++) {
            Analyst.movesClockTo(clock.instant().plus(EVERY));
            TestBranch.hands(backlog.subList(300, 400));
        }
        // Then
        assertThat(skewOf(branch)).isNull();
    }

    @Test
    void the_figures_of_a_branch_whose_clock_is_ahead_are_filed_under_its_own_date() {
        // Given: it is tomorrow there by now
        Instant now = clock.instant();
        Instant itsNow = now.plus(Duration.ofDays(1));
        TestBranch branch = TestBranch.known("Tomorrow", itsNow);
        // When
        branch.serves(itsNow, 60, 120);
        branch.tells(branch.issued(UUID.randomUUID(), UUID.randomUUID(), itsNow));
        branch.isAlive(itsNow);
        // Then
        assertThat(skewOf(branch)).isEqualTo(86_400);
        given().header("Authorization", Analyst.token())
                .queryParam("startDate", branch.dateOf(now).toString())
                .queryParam("endDate", branch.dateOf(itsNow).toString())
                .queryParam("serverId", branch.id)
                .get("queue/statistics/history")
                .then()
                .body("Date", is(List.of(branch.dateOf(itsNow).toString())))
                .body("Issued", is(List.of(2)))
                .body("WaitSumSeconds", is(List.of(60)));
    }

    private void beatsLate(TestBranch branch, Duration late) {
        Instant now = clock.instant().plus(EVERY);
        Analyst.movesClockTo(now);
        branch.isAlive(now.minus(late));
    }

    private double skewed() {
        return value("talon_clocks_skewed");
    }

    private static double value(String metric) {
        return given().get("q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static Integer skewOf(TestBranch branch) {
        return given().header("Authorization", Analyst.token())
                .get("config/servers")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.Id == '" + branch.id + "' }.ClockSkewSeconds");
    }
}
