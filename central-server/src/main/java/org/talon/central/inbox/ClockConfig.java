package org.talon.central.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "talon.clocks")
interface ClockConfig {

    /** By how much a branch's clock may differ from the centre's before it is called wrong. */
    @WithDefault("30s")
    Duration skewLimit();

    /** How long heartbeats must come late by the same time before that is the clock's fault and no delay. */
    @WithDefault("30s")
    Duration steadyFor();
}
