package org.talon.central.network;

import java.util.List;
import java.util.UUID;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** The servers that a caller names; of all where he names none. */
public record AskedServers(List<UUID> ids) {

    public static AskedServers of(Parameters parameters) {
        return new AskedServers(parameters.list("serverId").stream()
                .map(id -> Parameters.guid("serverId", id))
                .distinct()
                .toList());
    }

    /** The one that is named; anything else is refused. */
    Server only(List<Server> known) {
        if (ids.size() != 1) {
            throw DomainException.badParameter("serverId", "expected the id of one server");
        }
        return among(known).getFirst();
    }

    /** Those of them; the first that nobody knows is refused. */
    public List<Server> among(List<Server> known) {
        for (UUID id : ids) {
            if (known.stream().noneMatch(server -> server.id().equals(id))) {
                throw new DomainException(DomainException.Kind.UNKNOWN, "unknown-server", "no server has the id " + id);
            }
        }
        return known.stream()
                .filter(server -> ids.isEmpty() || ids.contains(server.id()))
                .toList();
    }
}
