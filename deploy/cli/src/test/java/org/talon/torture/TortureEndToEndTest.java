package org.talon.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.talon.cli.Command;

/** The short version of {@code talon torture}: real processes, clusters and Kafka, really broken. */
class TortureEndToEndTest {

    @Test
    void nothing_is_lost_and_all_is_exact_soon_whatever_is_broken() {
        Command torture = Command.run("torture", "--minutes", "2", "--seed", "20261127");

        assertThat(torture.exit()).as(torture.toString()).isZero();
        assertThat(torture.lastLine()).startsWith("after ").contains("the invariants hold: all 9");
    }

    @Test
    void a_mistake_that_is_planted_into_the_servers_as_they_start_is_found() {
        Command torture = Command.run("torture", "--minutes", "1", "--seed", "1", "--plant", "SETS_FIGURES");

        assertThat(torture.exit()).as(torture.toString()).isEqualTo(1);
        assertThat(torture.out()).contains("planted: the centre sets a figure to what a batch adds to it");
        assertThat(torture.lastLine()).contains("the invariants do NOT hold");
    }
}
