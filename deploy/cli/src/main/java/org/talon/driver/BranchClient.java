package org.talon.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A branch in the hands of its hall administrator. */
public final class BranchClient {
    private final Http http;
    private volatile String token = "";

    public BranchClient(URI at) {
        http = new Http(at);
    }

    public BranchClient login(String login, String password) {
        token = http.login("queue/admin/login", Map.of("login", login, "password", password));
        return this;
    }

    public boolean isReady() {
        try {
            http.get("q/health/ready", "");
            return true;
        } catch (Unreachable | Refused notYet) {
            return false;
        }
    }

    /** From now on every call moves the branch's simulated clock there first. */
    public void at(Instant moment) {
        http.at(moment);
    }

    public void moveClock(Instant at) {
        http.post("simulation/clock", "", Map.of("at", at.toString()));
    }

    public Visit issue(String product, int priority) {
        return Visit.of(http.post(
                "queue/admin/tickets/new", token, Map.of("productId", product, "priority", String.valueOf(priority))));
    }

    public void cancel(Visit visit) {
        http.post("queue/admin/tickets/" + visit.ticketId() + "/" + visit.productId() + "/cancel", token, Map.of());
    }

    public Visit visit(String ticketId) {
        return Visit.of(http.get("queue/admin/tickets/" + ticketId, token));
    }

    /** All tickets that were issued today. */
    public List<Visit> today() {
        return visits(http.get("queue/admin/tickets?state=all&limit=10000", token));
    }

    public List<Visit> waiting() {
        return visits(http.get("queue/admin/tickets?state=InQueue", token));
    }

    /** Seats an operator; one who sits there already goes on. */
    public OperatorClient identify(String workPlace, String login, String password) {
        return new OperatorClient(
                http,
                http.login("operation/identify", Map.of("clientId", workPlace, "login", login, "password", password)));
    }

    private static List<Visit> visits(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Visit::of).toList();
    }
}
