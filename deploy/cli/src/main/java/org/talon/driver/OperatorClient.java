package org.talon.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An operator at a workplace. */
public final class OperatorClient {
    private static final int NOT_FOUND = 404;

    private final Http http;
    private final String token;

    OperatorClient(Http http, String token) {
        this.http = http;
        this.token = token;
    }

    /** What goes on at the workplace. */
    public enum Work {
        NOBODY,
        INVITED,
        OPERATING
    }

    public Work state() {
        JsonNode state = http.get("operation/state", token).path("State");
        return switch (state.asInt()) {
            case 2 -> Work.INVITED;
            case 3 -> Work.OPERATING;
            default -> Work.NOBODY;
        };
    }

    /** Calls the next visitor; false where nobody waits. */
    public boolean inviteNext() {
        try {
            post("invite");
            return true;
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    public void invite(Visit visit) {
        post("invite/" + visit.productId());
    }

    public void start() {
        post("start");
    }

    public void reject() {
        post("reject");
    }

    public void complete() {
        post("complete");
    }

    private void post(String verb) {
        http.post("operation/" + verb, token, Map.of());
    }
}
