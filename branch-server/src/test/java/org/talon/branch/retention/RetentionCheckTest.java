package org.talon.branch.retention;

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

/** A branch does not start with times after which all, or nothing, would be gone. */
class RetentionCheckTest {

    private static final DurationConverter DURATION = new DurationConverter();

    @Test
    void times_that_can_be_kept_are_taken() {
        assertThat(check("400D", "1H", "365D", "1H").mistakes()).isEmpty();
        assertThat(check("30D", "1D", "30D", "1D").mistakes()).isEmpty();
        assertThat(check("1D", "10S", "1D", "10S").mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0D, 1H, 365D, 1H, talon.retention.personal-data is PT0S",
        "-P400D, 1H, 365D, 1H, talon.retention.personal-data is PT-9600H",
        "23H, 1H, 365D, 1H, talon.retention.personal-data is PT23H",
        "400D, 1H, 0D, 1H, talon.outbox.retention is PT0S",
        "400D, 1H, -P1D, 1H, talon.outbox.retention is PT-24H",
        "400D, 1H, 401D, 1H, 'expected no longer than talon.retention.personal-data, PT9600H'",
        "400D, 2D, 365D, 1H, talon.retention.every is PT48H",
        "400D, 1H, 365D, 0S, talon.outbox.months-every is PT0S"
    })
    void others_are_refused_and_it_is_said_what_was_expected(
            String personal, String every, String outbox, String monthsEvery, String reason) {
        assertThatThrownBy(() -> check(personal, every, outbox, monthsEvery).onStart(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The branch does not start: ")
                .hasMessageContaining(reason)
                .hasMessageContaining("expected");
    }

    private static RetentionCheck check(String personal, String every, String outbox, String monthsEvery) {
        RetentionConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, DURATION)
                .withMapping(RetentionConfig.class)
                .withDefaultValue("talon.retention.personal-data", personal)
                .withDefaultValue("talon.retention.every", every)
                .build()
                .getConfigMapping(RetentionConfig.class);
        return new RetentionCheck(config, DURATION.convert(outbox), DURATION.convert(monthsEvery));
    }
}
