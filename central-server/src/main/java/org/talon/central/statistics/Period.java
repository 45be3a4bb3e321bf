package org.talon.central.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/**
 * Which figures of the past are asked for.
 *
 * @param servers of these branches; of all where it is empty
 */
record Period(LocalDate start, LocalDate end, List<UUID> servers, Set<Group> groups) {

    static Period of(Parameters parameters) {
        LocalDate start = parameters.requiredDate("startDate");
        LocalDate end = parameters.requiredDate("endDate");
        if (end.isBefore(start)) {
            throw DomainException.badParameter("endDate", "expected a date not before startDate");
        }
        List<UUID> servers = parameters.list("serverId").stream()
                .map(id -> Parameters.guid("serverId", id))
                .distinct()
                .toList();
        return new Period(start, end, servers, Group.of(parameters.list("groupBy")));
    }
}
