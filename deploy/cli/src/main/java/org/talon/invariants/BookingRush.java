package org.talon.invariants;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.talon.driver.HallCatalogue;
import org.talon.driver.Refused;
import org.talon.driver.TwinClient;
import org.talon.report.Finding;

/** Many clients, each a visitor of his own, book one time at once. */
final class BookingRush {
    private static final int FULL = 422;

    private final List<URI> processes;
    private final int clients;
    private final AtomicInteger booked = new AtomicInteger();
    private final AtomicInteger full = new AtomicInteger();

    BookingRush(List<URI> processes, int clients) {
        this.processes = processes;
        this.clients = clients;
    }

    List<Finding> run(HallDatabase database) {
        String date = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        Crowd.at(IntStream.range(0, clients).mapToObj(n -> book(n, date)).toList());
        return List.of(
                Finding.same(
                        "clients who got the time that takes " + HallCatalogue.CAPACITY,
                        booked.get(),
                        HallCatalogue.CAPACITY),
                Finding.same("clients who were told that it is full", full.get(), clients - HallCatalogue.CAPACITY),
                Finding.same(
                        "bookings of it in the database",
                        database.number("select count(*) from ticket_product where booked_for is not null"),
                        HallCatalogue.CAPACITY),
                Finding.same(
                        "places taken in the database",
                        database.number("select coalesce(sum(taken), 0) from booking_slot"),
                        HallCatalogue.CAPACITY));
    }

    private Callable<Void> book(int n, String date) {
        return () -> {
            TwinClient site = new TwinClient(processes, n);
            try {
                String token = site.login("booking/login/client-" + n, Map.of());
                site.post(
                        "booking/book/" + date + "/12:00",
                        token,
                        Map.of("productId", HallCatalogue.BOOKED, "confirm", "true"),
                        "booking-" + n);
                booked.incrementAndGet();
            } catch (Refused refused) {
                if (refused.status() != FULL) {
                    throw refused;
                }
                full.incrementAndGet();
            }
            return null;
        };
    }
}
