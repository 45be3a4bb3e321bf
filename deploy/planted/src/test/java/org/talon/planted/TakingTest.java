package org.talon.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake does what it says, and nothing else: the centre's own cursor with each of those that it can have. */
class TakingTest {

    private static final Path HOME = Path.of(System.getProperty("talon.home"));
    private static final String FEDERATION = "org.talon.shared.federation.";

    @ParameterizedTest
    @CsvSource({
        "NEVER_ASKS, NEXT NEXT DUPLICATE GAP NEXT, 3, NEXT",
        "TAKES_DUPLICATES, NEXT NEXT NEXT GAP NEXT, 3, NEXT",
        "STEPS_BACK_ON_DUPLICATES, NEXT NEXT DUPLICATE GAP GAP, 1, NEXT",
        "JUMPS_GAPS, NEXT NEXT DUPLICATE NEXT DUPLICATE, 5, NEXT",
        "IGNORES_EPOCHS, NEXT NEXT DUPLICATE GAP NEXT, 3, DUPLICATE",
        "TAKES_ANY_EPOCH, NEXT NEXT DUPLICATE GAP NEXT, 3, NEXT"
    })
    void a_cursor_takes_numbers_as_the_mistake_says(Mistake mistake, String verdicts, long last, String ofNextEpoch)
            throws Exception {
        try (BuiltServer server = BuiltServer.of(HOME, Part.CENTRE);
                ChangedServer centre = ChangedServer.of(HOME, Part.CENTRE, mistake.changed(server, Part.CENTRE))) {
            // Given
            Object cursor = cursorIn(centre);
            // When
            StringBuilder taken = new StringBuilder();
            for (long seq : new long[] {1, 2, 1, 5, 3}) {
                Object place = Reach.made(centre, FEDERATION + "Message$Place", 1, seq);
                taken.append(Reach.call(cursor, "take", place, seq)).append(' ');
            }
            // Then
            assertThat(taken.toString().strip()).isEqualTo(verdicts);
            assertThat(Reach.get(cursor, "nextSeq")).isEqualTo(last + 1);
            assertThat(Reach.call(cursor, "take", beginningIn(centre, last))).hasToString(ofNextEpoch);
        }
    }

    private static Object cursorIn(ClassLoader centre) throws ReflectiveOperationException {
        Object first = centre.loadClass(FEDERATION + "BranchPosition")
                .getMethod("first", UUID.class)
                .invoke(null, UUID.randomUUID());
        return Reach.made(centre, FEDERATION + "BranchCursor", first);
    }

    /** Of epoch 2, which follows all of the first one. */
    private static Object beginningIn(ClassLoader centre, long last) {
        Instant at = Instant.EPOCH;
        return Reach.made(
                centre,
                FEDERATION + "Message$Fact",
                Reach.made(centre, FEDERATION + "Received", "topic", 0, 9L, null),
                Reach.made(
                        centre,
                        "org.talon.shared.event.EventEnvelope",
                        UUID.randomUUID(),
                        2,
                        1L,
                        UUID.randomUUID(),
                        "EpochBegan",
                        1,
                        at,
                        LocalDate.EPOCH,
                        1,
                        null),
                1L,
                Reach.made(centre, "org.talon.shared.event.EpochBegan", 1, last, at),
                List.of());
    }
}
