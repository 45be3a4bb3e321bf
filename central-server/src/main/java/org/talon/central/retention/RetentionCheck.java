package org.talon.central.retention;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Refuses to start with times after which everything, or nothing ever, would be forgotten: what is gone cannot be had back. */
@ApplicationScoped
class RetentionCheck {

    private static final Duration DAY = Duration.ofDays(1);

    /** How the scheduler is told that nobody wants it. */
    private static final Set<String> NEVER = Set.of("off", "disabled");

    private final RetentionConfig config;

    RetentionCheck(RetentionConfig config) {
        this.config = config;
    }

    /** A configuration exception is told in one line and ends the process with 1. */
    void onStart(@Observes @Priority(1) StartupEvent start) {
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException("The centre does not start: " + String.join("; ", mistakes));
        }
    }

    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (config.personalData().compareTo(DAY) < 0) {
            mistakes.add("talon.retention.personal-data is " + config.personalData()
                    + "; expected a day or more, such as 400D");
        }
        // The time that retention goes by follows the clock by two days each run at most.
        if (!NEVER.contains(config.every()) && !isDaily(DurationConverter.parseDuration(config.every()))) {
            mistakes.add("talon.retention.every is " + config.every()
                    + "; expected more than nothing and a day at most, such as 1H");
        }
        if (config.batch() < 1) {
            mistakes.add("talon.retention.batch is " + config.batch() + "; expected 1 or more");
        }
        return mistakes;
    }

    private static boolean isDaily(Duration every) {
        return every.isPositive() && every.compareTo(DAY) <= 0;
    }
}
