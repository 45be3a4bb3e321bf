package org.talon.invariants;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.talon.driver.HallCatalogue;
import org.talon.driver.TwinClient;
import org.talon.network.DemoLogins;

/** Many kiosks press their buttons at once, again and again. */
final class KioskRush {
    private static final int PRESSES = 10;

    private final List<URI> processes;
    private final int kiosks;
    private final AtomicInteger issued = new AtomicInteger();

    KioskRush(List<URI> processes, int kiosks) {
        this.processes = processes;
        this.kiosks = kiosks;
    }

    void run() {
        TwinClient client = new TwinClient(processes, 0);
        String token = client.login(
                "queue/admin/login", Map.of("login", DemoLogins.ADMIN, "password", DemoLogins.ADMIN_PASSWORD));
        Crowd.at(IntStream.range(0, kiosks).mapToObj(n -> press(n, token)).toList());
    }

    int issued() {
        return issued.get();
    }

    private Callable<Void> press(int kiosk, String token) {
        return () -> {
            TwinClient client = new TwinClient(processes, kiosk);
            for (int press = 0; press < PRESSES; press++) {
                client.post(
                        "queue/admin/tickets/new",
                        token,
                        Map.of("productId", HallCatalogue.SERVICES.get(press % HallCatalogue.SERVICES.size())),
                        "kiosk-" + kiosk + "-" + press);
                issued.incrementAndGet();
            }
            return null;
        };
    }
}
