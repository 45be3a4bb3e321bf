package org.talon.central.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The centre does not start with times after which all, or nothing, would be gone. */
class RetentionCheckTest {

    @Test
    void times_that_can_be_kept_are_taken() {
        assertThat(check("400D", "1h", "1000").mistakes()).isEmpty();
        assertThat(check("1D", "1D", "1").mistakes()).isEmpty();
        assertThat(check("1D", "off", "1").mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0D, 1h, 1, talon.retention.personal-data is PT0S",
        "-P400D, 1h, 1, talon.retention.personal-data is PT-9600H",
        "23H, 1h, 1, talon.retention.personal-data is PT23H",
        "400D, 2D, 1, talon.retention.every is 2D",
        "400D, 0S, 1, talon.retention.every is 0S",
        "400D, 1h, 0, talon.retention.batch is 0"
    })
    void others_are_refused_and_it_is_said_what_was_expected(
            String personal, String every, String batch, String reason) {
        assertThatThrownBy(() -> check(personal, every, batch).onStart(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The centre does not start: ")
                .hasMessageContaining(reason + "; expected");
    }

    private static RetentionCheck check(String personal, String every, String batch) {
        return new RetentionCheck(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(RetentionConfig.class)
                .withDefaultValue("talon.retention.personal-data", personal)
                .withDefaultValue("talon.retention.every", every)
                .withDefaultValue("talon.retention.batch", batch)
                .build()
                .getConfigMapping(RetentionConfig.class));
    }
}
