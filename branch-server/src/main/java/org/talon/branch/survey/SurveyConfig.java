package org.talon.branch.survey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a console waits for a visitor. */
@ConfigMapping(prefix = "talon.survey")
interface SurveyConfig {

    /** Without an answer for so long, by the branch's clock, a survey is over. */
    @WithDefault("2m")
    Duration idleLimit();

    /** How often surveys that nobody asks for are looked after; real time. */
    @WithDefault("10s")
    Duration idleCheckEvery();
}
