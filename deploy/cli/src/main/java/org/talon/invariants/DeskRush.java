package org.talon.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.talon.driver.HallCatalogue;
import org.talon.driver.Refused;
import org.talon.driver.TwinClient;
import org.talon.network.DemoLogins;
import org.talon.network.Pause;

/** One desk that serves as fast as it can: mostly to the end, sometimes in vain, held and called back, or sent on. */
final class DeskRush {
    private static final Duration NOBODY = Duration.ofMillis(250);

    private final int number;
    private final TwinClient branch;
    private final Random random;
    private final AtomicInteger open;
    private final Runnable onInvite;
    private final Queue<String> held = new ArrayDeque<>();
    private String token = "";
    private int posts;

    /** @param open how many services of tickets are not over yet, in the whole hall */
    DeskRush(int number, TwinClient branch, Random random, AtomicInteger open, Runnable onInvite) {
        this.number = number;
        this.branch = branch;
        this.random = random;
        this.open = open;
        this.onInvite = onInvite;
    }

    void identify() {
        token = branch.login(
                "operation/identify",
                Map.of(
                        "clientId",
                        DemoLogins.workPlace(number),
                        "login",
                        DemoLogins.operator(number),
                        "password",
                        DemoLogins.OPERATOR_PASSWORD));
    }

    @Nullable Void serveAll() {
        while (open.get() > 0) {
            if (callsBack() || calls("invite")) {
                serve();
            } else {
                Pause.of(NOBODY);
            }
        }
        return null;
    }

    private void serve() {
        switch (random.nextInt(12)) {
            case 0 -> end("reject");
            case 1 -> {
                post("recall", Map.of());
                post("start", Map.of());
                end("complete");
            }
            case 2 -> {
                post("start", Map.of());
                held.add(post("hold", Map.of()).path("Id").asText());
            }
            case 3 -> {
                post("start", Map.of());
                post("redirect/" + HallCatalogue.SERVICES.get(random.nextInt(HallCatalogue.SERVICES.size())), Map.of());
            }
            default -> {
                post("start", Map.of());
                end("complete");
            }
        }
    }

    /** Calls whoever was asked to wait; he may be at another desk with his other service, and comes later then. */
    private boolean callsBack() {
        String longest = held.peek();
        return longest != null && calls("invite/" + longest);
    }

    /** Whether somebody was called: there may be nobody, or he may be elsewhere. */
    private boolean calls(String verb) {
        try {
            held.remove(post(verb, Map.of()).path("Id").asText());
            onInvite.run();
            return true;
        } catch (Refused refused) {
            if (refused.says(404, "queue-empty") || refused.says(409, "already-invited")) {
                return false;
            }
            throw refused;
        }
    }

    private void end(String verb) {
        post(verb, Map.of());
        open.decrementAndGet();
    }

    private JsonNode post(String verb, Map<String, String> parameters) {
        return branch.post("operation/" + verb, token, parameters, "desk-" + number + "-" + posts++);
    }
}
