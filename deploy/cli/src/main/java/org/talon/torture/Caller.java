package org.talon.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.talon.driver.HallCatalogue;
import org.talon.driver.Refused;
import org.talon.driver.TwinClient;
import org.talon.network.DemoLogins;

/** Somebody at a branch who does one thing after another, and notes what was answered. */
abstract sealed class Caller {
    private static final int CONFLICT = 409;

    private final TwinClient branch;
    private final Acknowledged acknowledged;
    private final String name;
    private final Random random;
    private String token = "";
    private int calls;

    private Caller(TwinClient branch, Acknowledged acknowledged, String name, Random random) {
        this.branch = branch;
        this.acknowledged = acknowledged;
        this.name = name;
        this.random = random;
    }

    abstract void begin();

    /** Calls once, or a second time where the first one leads to it. */
    abstract void act();

    /** Where he is in what he does; what is answered leads back there. */
    Runnable mark() {
        return () -> {};
    }

    void signIn(String call, Map<String, String> parameters) {
        token = branch.login(call, parameters);
    }

    JsonNode get(String call) {
        return branch.get(call, token);
    }

    JsonNode post(String call, Map<String, String> parameters) {
        return branch.post(call, token, parameters, name + "-" + calls++);
    }

    void note(JsonNode service, String state) {
        acknowledged.note(service.path("Id").asText(), state);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    String anyService() {
        return HallCatalogue.SERVICES.get(random.nextInt(HallCatalogue.SERVICES.size()));
    }

    /** The hall administrator: gives tickets, and cancels one now and then. */
    static final class Kiosk extends Caller {

        Kiosk(TwinClient branch, Acknowledged acknowledged, String name, Random random) {
            super(branch, acknowledged, name, random);
        }

        @Override
        void begin() {
            signIn("queue/admin/login", Map.of("login", DemoLogins.ADMIN, "password", DemoLogins.ADMIN_PASSWORD));
        }

        @Override
        void act() {
            JsonNode ticket = post("queue/admin/tickets/new", Map.of("productId", anyService()));
            JsonNode service = ticket.path("Products").path(0);
            note(service, "IN_QUEUE");
            if (oneIn(8)) {
                cancel(ticket.path("Id").asText(), service);
            }
        }

        private void cancel(String ticketId, JsonNode service) {
            try {
                post(
                        "queue/admin/tickets/" + ticketId + "/"
                                + service.path("Id").asText() + "/cancel",
                        Map.of());
                note(service, "CANCELLED");
            } catch (Refused calledMeanwhile) {
                if (calledMeanwhile.status() != CONFLICT) {
                    throw calledMeanwhile;
                }
            }
        }

        JsonNode statistics() {
            return get("queue/statistics");
        }
    }

    /** An operator: calls, serves and ends, one step at a time. */
    static final class Desk extends Caller {
        private final int number;
        private @Nullable String step;

        Desk(TwinClient branch, Acknowledged acknowledged, String name, Random random, int number) {
            super(branch, acknowledged, name, random);
            this.number = number;
        }

        @Override
        void begin() {
            signIn(
                    "operation/identify",
                    Map.of(
                            "clientId",
                            DemoLogins.workPlace(number),
                            "login",
                            DemoLogins.operator(number),
                            "password",
                            DemoLogins.OPERATOR_PASSWORD));
        }

        @Override
        void act() {
            String last = step;
            if (last == null) {
                invite();
            } else if (last.equals("invite")) {
                step("start", "OPERATING");
            } else {
                step("complete", "COMPLETED");
                step = null;
            }
        }

        @Override
        Runnable mark() {
            String then = step;
            return () -> step = then;
        }

        private void invite() {
            try {
                note(post("operation/invite", Map.of()), "INVITED");
                step = "invite";
            } catch (Refused nobodyWaits) {
                if (!nobodyWaits.says(404, "queue-empty")) {
                    throw nobodyWaits;
                }
                return;
            }
            if (oneIn(6)) {
                step("reject", "REJECTED");
                step = null;
            }
        }

        private void step(String verb, String state) {
            note(post("operation/" + verb, Map.of()), state);
            step = verb;
        }
    }
}
