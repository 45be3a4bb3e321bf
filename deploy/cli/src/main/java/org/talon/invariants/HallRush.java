package org.talon.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.talon.driver.HallCatalogue;
import org.talon.driver.TwinClient;
import org.talon.network.DemoLogins;

/** Waves of visitors; every desk calls and serves until nobody of the wave is left. */
final class HallRush {
    private static final int WAVE = 1000;
    private static final int PRIORITIES = 3;
    private static final int ISSUERS = 8;

    private final List<URI> processes;
    private final InvariantsPlan plan;
    private final Killer killer;
    private final PrintWriter out;
    private final AtomicInteger issued = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger invites = new AtomicInteger();

    HallRush(List<URI> processes, InvariantsPlan plan, Killer killer, PrintWriter out) {
        this.processes = processes;
        this.plan = plan;
        this.killer = killer;
        this.out = out;
    }

    /** What the callers were told, to be held against what the database says. */
    record Figures(long tickets, long invites) {}

    Figures figures() {
        return new Figures(issued.get(), invites.get());
    }

    /** @param waiting how many tickets of one service wait already */
    void run(int waiting) {
        issued.addAndGet(waiting);
        open.addAndGet(waiting);
        List<DeskRush> desks = new ArrayList<>();
        for (int n = 1; n <= plan.operators(); n++) {
            desks.add(new DeskRush(n, new TwinClient(processes, n), new Random(plan.seed() + n), open, this::invited));
        }
        desks.forEach(DeskRush::identify);
        serve(desks);
        for (int wave = 1; invites.get() < plan.invites(); wave++) {
            issue(wave);
            serve(desks);
        }
    }

    private void invited() {
        int now = invites.incrementAndGet();
        killer.called();
        if (now % WAVE == 0) {
            out.println(now + " called");
            out.flush();
        }
    }

    private static void serve(List<DeskRush> desks) {
        Crowd.at(desks.stream().map(desk -> (Callable<Void>) desk::serveAll).toList());
    }

    private void issue(int wave) {
        int each = Math.max(1, Math.min(WAVE, plan.invites()) / ISSUERS);
        Crowd.at(IntStream.range(0, ISSUERS)
                .mapToObj(issuer -> issue(wave, issuer, each))
                .toList());
    }

    private Callable<Void> issue(int wave, int issuer, int count) {
        return () -> {
            Random random = new Random(plan.seed() * 31 + wave * 1000L + issuer);
            TwinClient client = new TwinClient(processes, issuer);
            String token = client.login(
                    "queue/admin/login", Map.of("login", DemoLogins.ADMIN, "password", DemoLogins.ADMIN_PASSWORD));
            for (int n = 0; n < count; n++) {
                JsonNode ticket = client.post(
                        "queue/admin/tickets/new",
                        token,
                        Map.of("productId", services(random), "priority", "" + random.nextInt(PRIORITIES)),
                        "wave-" + wave + "-" + issuer + "-" + n);
                issued.incrementAndGet();
                open.addAndGet(ticket.path("Products").size());
            }
            return null;
        };
    }

    /** One service mostly, two for some. */
    private static String services(Random random) {
        int first = random.nextInt(HallCatalogue.SERVICES.size());
        String one = HallCatalogue.SERVICES.get(first);
        return random.nextInt(8) > 0
                ? one
                : one + "," + HallCatalogue.SERVICES.get((first + 1) % HallCatalogue.SERVICES.size());
    }
}
