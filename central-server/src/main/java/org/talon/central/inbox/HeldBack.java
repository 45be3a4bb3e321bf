package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.talon.shared.federation.Message;

/**
 * Keeps out of every batch what comes of branches that are not active, and remembers of whom this process has passed something by:
 * of them nothing is let in again before their topic is read again from where they were taken in.
 */
@ApplicationScoped
class HeldBack {

    private static final Logger LOG = Logger.getLogger(HeldBack.class);

    private static final String NOT_ACTIVE =
            "select branch_id from branch_position where branch_id = any (?) and standing <> 'Active'";

    private final Set<UUID> passedBy = ConcurrentHashMap.newKeySet();

    /** Those of the messages that may be taken in. */
    List<Message> letIn(List<Message> messages, Connection connection) throws SQLException {
        Set<UUID> branches = messages.stream()
                .map(Message::branchId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> held = notActive(branches, connection);
        held.forEach(this::passBy);
        passedBy.stream().filter(branches::contains).forEach(held::add);
        return held.isEmpty()
                ? messages
                : messages.stream()
                        .filter(message -> message.branchId() == null || !held.contains(message.branchId()))
                        .toList();
    }

    private void passBy(UUID branchId) {
        if (passedBy.add(branchId)) {
            LOG.warnf("branch %s is not active: what it tells waits in Kafka", branchId);
        }
    }

    /** Those of whom something was passed by and that are active by now. */
    Set<UUID> activeAgain(Connection connection) throws SQLException {
        Set<UUID> active = new HashSet<>(passedBy);
        active.removeAll(notActive(active, connection));
        return active;
    }

    /** To be called when reading begins again where they were taken in. */
    void readAgain(Collection<UUID> branches) {
        passedBy.removeAll(branches);
    }

    private static Set<UUID> notActive(Set<UUID> branches, Connection connection) throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(NOT_ACTIVE)) {
            statement.setArray(1, connection.createArrayOf("uuid", branches.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }
}
