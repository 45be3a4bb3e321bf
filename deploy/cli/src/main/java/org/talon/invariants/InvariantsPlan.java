package org.talon.invariants;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How hard to try.
 *
 * @param invites so many visitors are called at least
 * @param kills so many times a process is killed meanwhile
 * @param bookers so many clients want one time that takes three
 * @param seed of all chance
 * @param json where the report goes as well, null for nowhere
 */
public record InvariantsPlan(
        int invites,
        int operators,
        int kills,
        int kiosks,
        int bookers,
        long seed,
        @Nullable Path json) {}
