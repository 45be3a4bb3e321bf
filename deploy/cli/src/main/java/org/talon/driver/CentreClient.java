package org.talon.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The centre in the hands of an analyst. */
public final class CentreClient {
    private static final int CONFLICT = 409;

    private final Http http;
    private volatile String token = "";

    public CentreClient(URI at) {
        http = new Http(at);
    }

    /** A branch as the centre sees it. */
    public record Server(
            UUID id,
            String name,
            boolean connected,
            String completeness,
            String reason,
            @Nullable Instant completeTo) {

        static Server of(JsonNode server) {
            JsonNode completeness = server.path("Completeness");
            String to = completeness.path("CompleteTo").asText("");
            return new Server(
                    UUID.fromString(server.path("Id").asText()),
                    server.path("Name").asText(),
                    server.path("IsConnected").asBoolean(),
                    completeness.path("State").asText(),
                    completeness.path("Reason").asText(""),
                    to.isEmpty() || to.equals("null") ? null : Instant.parse(to));
        }

        public boolean isExactTo(Instant moment) {
            return completeness.equals("Exact") && completeTo != null && !completeTo.isBefore(moment);
        }
    }

    public CentreClient login(String login, String password) {
        token = http.login("login", Map.of("login", login, "password", password));
        return this;
    }

    /** Moves the clock, unless it stands there or later already. */
    public void moveClock(Instant at) {
        try {
            http.post("simulation/clock", "", Map.of("at", at.toString()));
        } catch (Refused refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
        }
    }

    public List<Server> servers() {
        return StreamSupport.stream(http.get("config/servers", token).spliterator(), false)
                .map(Server::of)
                .toList();
    }

    /** A branch's figures of today; empty where the centre has none. */
    public JsonNode today(UUID serverId) {
        return StreamSupport.stream(http.get("queue/statistics", token).spliterator(), false)
                .filter(row -> row.path("Id").asText().equals(serverId.toString()))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Rows of figures, as the centre answers them. */
    public JsonNode history(LocalDate from, LocalDate to, String groupBy) {
        return http.get("queue/statistics/history?startDate=" + from + "&endDate=" + to + "&groupBy=" + groupBy, token);
    }

    /** Takes note of all forks of a branch. */
    public void acceptFork(UUID serverId) {
        http.post("queue/reconciliation/acceptFork", token, Map.of("serverId", serverId.toString()));
    }

    public void askForRebuild() {
        http.post("queue/rebuild", token, Map.of());
    }

    /** What was asked for of every branch, and what became of it. */
    public JsonNode rebuilds() {
        return http.get("queue/rebuild", token);
    }

    /** What could not be read, of one branch or of all. */
    public JsonNode quarantine(@Nullable String serverId) {
        return http.get(serverId == null ? "queue/quarantine" : "queue/quarantine?serverId=" + serverId, token);
    }

    /** @param how {@code replay} or {@code discard} */
    public JsonNode settleQuarantine(String how, @Nullable String serverId) {
        return http.post("queue/quarantine/" + how, token, serverId == null ? Map.of() : Map.of("serverId", serverId));
    }

    /** Every branch there ever was, and what head office last decided on it. */
    public JsonNode registry() {
        return http.get("config/servers/registry", token);
    }

    /** @param move {@code block}, {@code unblock}, {@code remove} or {@code restore} */
    public JsonNode decide(String move, Map<String, String> parameters) {
        return http.post("config/servers/registry/" + move, token, parameters);
    }

    /** Every day of the last month, held against what its branch says of it. */
    public JsonNode reconciliation() {
        return http.get("queue/reconciliation", token);
    }
}
