package org.talon.central.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept. */
@ConfigMapping(prefix = "talon.retention")
interface RetentionConfig {

    /** How long what visitors said of themselves is kept, by the centre's clock. */
    @WithDefault("400D")
    Duration personalData();

    /** How often it is looked whose time is over; real time. */
    @WithDefault("1H")
    String every();

    /** How many rows one transaction changes at most. */
    @WithDefault("1000")
    int batch();

    /** How many months after this one the log is ready for. */
    @WithDefault("3")
    int monthsAhead();
}
