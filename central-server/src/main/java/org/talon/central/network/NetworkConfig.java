package org.talon.central.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "talon.network")
interface NetworkConfig {

    /** How long a branch may say nothing before it is called silent; it speaks every few seconds. */
    @WithDefault("90s")
    Duration silentAfter();
}
