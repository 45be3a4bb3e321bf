package org.talon.branch.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what visitors said of themselves is kept. The outbox holds some of it too: see {@code talon.outbox.retention}. */
@ConfigMapping(prefix = "talon.retention")
interface RetentionConfig {

    /** By the branch's clock, from the date of the visit on. */
    @WithDefault("400D")
    Duration personalData();

    /** How often it is looked whose time is over; real time. */
    @WithDefault("1H")
    Duration every();

    /** How many rows one transaction changes at most. */
    @WithDefault("500")
    int batch();
}
