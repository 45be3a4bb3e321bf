package org.talon.central.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.RandomHall;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.EventCodec;

/** Whatever may happen in a hall happens, and the network shows it as somebody there would who counts on his fingers. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class RandomHallTest {

    private static final int LOOKS = 8;

    /** What is no part of a hall. */
    private static final Set<String> ELSEWHERE =
            Set.of("BranchIntroduced", "DayDigest", "Heartbeat", "SurveyFinished", "EpochBegan", "LogBegins");

    @Inject
    Clock clock;

    static Stream<Long> seeds() {
        return RandomHall.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_centre_shows_at_any_moment_what_a_plain_count_says(long seed) {
        // Given
        Instant morning = nextMorning();
        TestBranch branch = TestBranch.known("Random", morning);
        RandomHall hall = new RandomHall(new Random(seed), morning);
        for (int look = 0; look < LOOKS; look++) {
            // When
            branch.tells(hall.happens(10).toArray(BranchEvent[]::new));
            branch.tells(hall.happens(70).toArray(BranchEvent[]::new));
            Analyst.movesClockTo(hall.now());
            branch.isAlive(hall.now());
            // Then
            Map<String, Long> expected = hall.figures();
            assertThat(figures(Shown.today(branch), expected.keySet())).isEqualTo(expected);
        }
        assertThat(Shown.sums(branch))
                .singleElement()
                .satisfies(day -> assertThat(figures(day, hall.sums().keySet())).isEqualTo(hall.sums()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void all_that_may_happen_in_a_hall_happens(long seed) {
        // When
        List<BranchEvent> events = new RandomHall(new Random(seed), clock.instant()).happens(5_000);
        // Then
        assertThat(events.stream().map(EventCodec::typeOf).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(BranchEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .filter(type -> !ELSEWHERE.contains(type))
                        .toList());
    }

    /** A morning of which nothing was told yet; the hall's day ends before midnight. */
    private Instant nextMorning() {
        Instant morning = clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1))
                .plus(Duration.ofHours(5));
        Analyst.movesClockTo(morning);
        return morning;
    }

    private static Map<String, Long> figures(Map<String, Object> row, Set<String> names) {
        Map<String, Long> figures = new TreeMap<>();
        names.forEach(
                name -> figures.put(name, row.get(name) instanceof Number n ? Long.valueOf(n.longValue()) : null));
        return figures;
    }
}
