package org.talon.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.talon.cli.Command;

/** The short version of {@code talon invariants}: real processes, a real PostgreSQL, real kills. */
class InvariantsEndToEndTest {

    @Test
    void a_crowded_hall_of_two_processes_one_of_which_is_killed_keeps_every_invariant() {
        Command invariants = Command.run(
                "invariants",
                "--invites",
                "300",
                "--operators",
                "6",
                "--kills",
                "1",
                "--kiosks",
                "8",
                "--bookers",
                "20");

        assertThat(invariants.exit()).as(invariants.toString()).isZero();
        assertThat(invariants.out()).contains("seed ").contains("starting it again");
        assertThat(invariants.lastLine()).startsWith("invariants hold: all ");
    }
}
