package org.talon.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

class SimulationResourceTest {

    @Test
    void a_server_in_real_time_has_no_clock_to_be_moved() {
        var inRealTime = new SimulationResource(new ClockMover(Clock.systemUTC()));

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> inRealTime.move(Parameters.none()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("no-such-call"));
    }
}
