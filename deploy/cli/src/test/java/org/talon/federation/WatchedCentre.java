package org.talon.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.talon.demo.DemoCatalogue;
import org.talon.driver.CentreClient;
import org.talon.network.DemoLogins;
import org.talon.network.Pause;

/** A centre that is looked at until it shows what is expected. */
final class WatchedCentre {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final URI centre;

    WatchedCentre(URI centre) {
        this.centre = centre;
    }

    void awaitIssued(long expected) {
        until(() -> issued() == expected);
        assertThat(issued()).isEqualTo(expected);
    }

    /** Also by the branch's own word, of so many events at least. */
    void awaitExact(long events) {
        until(() -> areExact() && isHeldTo(events));
        assertThat(analyst().servers()).allMatch(server -> server.completeness().equals("Exact"));
        assertThat(analyst().reconciliation())
                .isNotEmpty()
                .allMatch(day -> day.path("State").asText().equals("Exact"));
    }

    void awaitReason(String reason) {
        until(() -> reason().contains(reason));
        assertThat(reason()).contains(reason);
    }

    private String reason() {
        return analyst().servers().getFirst().completeness() + ": "
                + analyst().servers().getFirst().reason();
    }

    CentreClient analyst() {
        return new CentreClient(centre).login(DemoLogins.ANALYST, DemoLogins.ANALYST_PASSWORD);
    }

    private boolean areExact() {
        return analyst().servers().stream()
                .allMatch(server -> server.completeness().equals("Exact"));
    }

    private boolean isHeldTo(long events) {
        return StreamSupport.stream(analyst().reconciliation().spliterator(), false)
                .anyMatch(day -> day.path("Events").asLong() >= events);
    }

    private long issued() {
        LocalDate today = LocalDate.now(ZoneId.of(DemoCatalogue.ZONE));
        return StreamSupport.stream(
                        analyst()
                                .history(today.minusDays(1), today.plusDays(1), "day")
                                .spliterator(),
                        false)
                .mapToLong(row -> row.path("Issued").asLong())
                .sum();
    }

    private static void until(BooleanSupplier holds) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < limit) {
            Pause.of(BETWEEN_LOOKS);
        }
    }
}
