package org.talon.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.talon.driver.Refused;
import org.talon.driver.TwinClient;
import org.talon.network.DemoLogins;
import org.talon.network.Pause;

/** One desk that serves as fast as it can: mostly to the end, sometimes in vain, held and called back, or sent on. */
final class DeskRush {
    private static final Duration NOBODY = Duration.ofMillis(250);
    private static final int NOT_FOUND = 404;

    private final int number;
    private final TwinClient branch;
    private final Random random;
    private final AtomicInteger open;
    private final Runnable onInvite;
    private String token = "";
    private int calls;

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
            if (invite("invite") == null) {
                Pause.of(NOBODY);
            } else {
                serve();
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
                JsonNode held = post("hold", Map.of());
                invite("invite/" + held.path("Id").asText());
                post("start", Map.of());
                end("complete");
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

    private @Nullable JsonNode invite(String verb) {
        try {
            JsonNode visitor = post(verb, Map.of());
            onInvite.run();
            return visitor;
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND) {
                return null;
            }
            throw refused;
        }
    }

    private void end(String verb) {
        post(verb, Map.of());
        open.decrementAndGet();
    }

    private JsonNode post(String verb, Map<String, String> parameters) {
        return branch.post("operation/" + verb, token, parameters, "desk-" + number + "-" + calls++);
    }

    void close() {
        branch.close();
    }
}
