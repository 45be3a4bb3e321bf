package org.talon.branch.retention;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.talon.branch.platform.CannotStart;

/** Refuses to start with times after which everything, or nothing ever, would be forgotten: what is gone cannot be had back. */
@ApplicationScoped
class RetentionCheck {

    private static final Duration DAY = Duration.ofDays(1);

    private final RetentionConfig config;
    private final Duration outbox;
    private final Duration monthsEvery;

    RetentionCheck(
            RetentionConfig config,
            @ConfigProperty(name = "talon.outbox.retention", defaultValue = "365D") Duration outbox,
            @ConfigProperty(name = "talon.outbox.months-every", defaultValue = "1H") Duration monthsEvery) {
        this.config = config;
        this.outbox = outbox;
        this.monthsEvery = monthsEvery;
    }

    void onStart(@Observes @Priority(1) StartupEvent start) {
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            throw CannotStart.because(String.join("; ", mistakes));
        }
    }

    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        requireADay("talon.retention.personal-data", config.personalData(), mistakes);
        requireADay("talon.outbox.retention", outbox, mistakes);
        if (outbox.compareTo(config.personalData()) > 0) {
            mistakes.add(
                    "talon.outbox.retention is " + outbox + "; expected no longer than talon.retention.personal-data, "
                            + config.personalData() + ", because the outbox holds personal data too");
        }
        requireDaily("talon.retention.every", config.every(), mistakes);
        requireDaily("talon.outbox.months-every", monthsEvery, mistakes);
        if (config.batch() < 1) {
            mistakes.add("talon.retention.batch is " + config.batch() + "; expected 1 or more");
        }
        return mistakes;
    }

    private static void requireADay(String setting, Duration kept, List<String> mistakes) {
        if (kept.compareTo(DAY) < 0) {
            mistakes.add(setting + " is " + kept + "; expected a day or more, such as 400D");
        }
    }

    /** The time that retention goes by follows the clock by two days each run at most. */
    private static void requireDaily(String setting, Duration every, List<String> mistakes) {
        if (!every.isPositive() || every.compareTo(DAY) > 0) {
            mistakes.add(setting + " is " + every + "; expected more than nothing and a day at most, such as 1H");
        }
    }
}
