package org.talon.central.statistics;

import org.talon.central.network.AskedServers;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Paging;
import org.talon.shared.http.Parameters;

/** Which tickets are asked for: those that some branches issued in a period, each on its own calendar, page by page. */
record TicketPage(DateRange days, AskedServers servers, Paging paging) {

    static TicketPage of(Parameters parameters) {
        DateRange days = DateRange.of(parameters);
        AskedServers servers = AskedServers.of(parameters);
        if (servers.ids().isEmpty()) {
            throw DomainException.badParameter("serverId", "is required");
        }
        return new TicketPage(days, servers, Paging.of(parameters));
    }
}
