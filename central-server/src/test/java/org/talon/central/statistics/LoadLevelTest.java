package org.talon.central.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.central.network.Server;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Tally;
import org.talon.shared.wire.Completeness;

class LoadLevelTest {

    @ParameterizedTest
    @CsvSource({
        "true,  0, 0, 600,    GREEN",
        "true,  2, 2, 599,    GREEN",
        "true,  2, 2, 600,    YELLOW",
        "true,  4, 2, 600,    YELLOW",
        "true,  4, 2, 601,    ORANGE",
        "true,  6, 2, 600,    ORANGE",
        "true,  6, 2, 601,    RED",
        "true,  1, 0, 1,      RED",
        "false, 0, 0, 600,    UNKNOWN",
    })
    void it_follows_from_the_expected_wait(
            boolean connected, long waiting, long open, long meanService, LoadLevel expected) {
        assertThat(LoadLevel.of(branch(connected, waiting, open, 0, 0, new Tally().complete(meanService))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 600, GREEN",
        "2, 3, 1, 599, GREEN",
        "2, 3, 1, 600, YELLOW",
        "3, 2, 1, 600, ORANGE",
        "1, 2, 2, 1,   RED",
    })
    void who_is_on_a_break_shortens_no_wait(
            long waiting, long open, long onBreak, long meanService, LoadLevel expected) {
        assertThat(LoadLevel.of(branch(true, waiting, open, onBreak, 0, new Tally().complete(meanService))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"599, GREEN", "1200, YELLOW", "1800, ORANGE", "1801, RED"})
    void until_somebody_was_served_the_longest_wait_stands_for_it(long longestWait, LoadLevel expected) {
        assertThat(LoadLevel.of(branch(true, 1, 1, 0, longestWait, new Tally())))
                .isEqualTo(expected);
    }

    private static BranchToday branch(
            boolean connected, long waiting, long open, long onBreak, long longestWait, Tally tally) {
        Server server = new Server(
                UUID.randomUUID(),
                "North",
                connected,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "UTC",
                "1.0",
                Instant.EPOCH,
                new Completeness(Completeness.State.EXACT, null, null),
                null,
                null);
        return new BranchToday(
                server, Instant.EPOCH, open, onBreak, new Figures.Now(0, waiting, 0, 0, 0, longestWait), tally);
    }
}
