package org.talon.torture;

import java.util.Set;

/**
 * One thing that goes wrong.
 *
 * @param kind as the report counts it
 * @param victims what it strikes; nothing is struck twice at a time
 */
record Fault(String kind, Set<String> victims, Strike strike) {

    /** Strikes; what it answers makes it good again. */
    interface Strike {
        Mend now() throws Exception;
    }

    /** Makes good what was struck. */
    interface Mend {
        void now() throws Exception;
    }

    static Fault of(String kind, String victim, Strike strike) {
        return new Fault(kind, Set.of(victim), strike);
    }
}
