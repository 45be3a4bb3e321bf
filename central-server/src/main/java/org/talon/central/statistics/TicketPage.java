package org.talon.central.statistics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.talon.central.network.AskedServers;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/**
 * Which tickets are asked for: those that some branches issued in a period, each on its own calendar.
 *
 * @param after the last ticket of the page before
 */
record TicketPage(DateRange days, AskedServers servers, int limit, Optional<UUID> after) {

    /** The header that carries the cursor of the next page. */
    static final String NEXT = "X-Next";

    private static final int USUAL = 1000;
    private static final int MOST = 10_000;

    static TicketPage of(Parameters parameters) {
        DateRange days = DateRange.of(parameters);
        AskedServers servers = AskedServers.of(parameters);
        if (servers.ids().isEmpty()) {
            throw DomainException.badParameter("serverId", "is required");
        }
        return new TicketPage(
                days, servers, parameters.integer("limit", 1, MOST).orElse(USUAL), parameters.guid("after"));
    }

    /** A full page names where the next one begins. */
    Optional<String> nextAfter(List<TicketView> found) {
        return found.size() < limit
                ? Optional.empty()
                : Optional.of(found.getLast().head().id().toString());
    }
}
