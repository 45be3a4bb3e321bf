package org.talon.network;

import java.time.Duration;
import org.talon.report.CannotRun;

/** A wait between two looks at something that tells nobody when it changes. */
public final class Pause {
    private Pause() {}

    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while waiting", e);
        }
    }
}
