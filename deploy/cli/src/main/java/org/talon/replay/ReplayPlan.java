package org.talon.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay was asked to do.
 *
 * @param days only these; all where it is empty
 * @param keep whether the network's data stays when it is over
 * @param json where the report goes as well, null for nowhere
 * @param leftOut for its own test
 * @param cut whether the way to Kafka is cut until all is acted
 * @param faults seed of what goes wrong meanwhile; null for nothing
 * @param killAfter for its own test: branch 1 is killed after so many calls; 0 for never
 */
public record ReplayPlan(
        Path trace,
        List<LocalDate> days,
        int branches,
        boolean keep,
        @Nullable Path json,
        @Nullable LeftOut leftOut,
        long killAfter,
        @Nullable Long faults,
        boolean cut) {

    /** Whether servers reach Kafka by a way that can be broken. */
    boolean isLinked() {
        return faults != null || cut;
    }
}
