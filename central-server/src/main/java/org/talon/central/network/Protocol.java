package org.talon.central.network;

import org.talon.shared.event.EventCodec;

/** Which protocol versions of branches this centre understands: every minor of its own major. */
final class Protocol {

    private Protocol() {}

    static boolean isUnderstood(String version) {
        return major(version).equals(major(EventCodec.PROTOCOL));
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
