package org.talon.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.talon.driver.CentreClient;
import org.talon.driver.Refused;
import org.talon.driver.Unreachable;
import org.talon.network.DemoLogins;
import org.talon.network.Network;
import org.talon.network.Pause;

/** Nothing is broken, nobody calls: branch and centre have to come to be the same, and soon. */
final class QuietPoint {

    /** How long after the last heal every branch is exact at the latest. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration GIVEN_UP = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Seconds that go on while one looks, and what the centre does not tell. */
    private static final Set<String> NOT_COMPARED = Set.of("LongestCurrentWaitSeconds", "BreakWorkPlaces");

    private final OwnParts parts;
    private final List<Hall> halls;
    private final CentreClient centre;

    QuietPoint(OwnParts parts, List<Hall> halls, Network network) {
        this.parts = parts;
        this.halls = halls;
        this.centre = new CentreClient(network.centre());
    }

    /**
     * What was found.
     *
     * @param seconds from the last heal until all was exact; infinite where it never was
     * @param notAsTold services that are not as a caller was told
     * @param differentEvents of the logs of branch and centre
     * @param differentServices as they stand in branch and centre
     * @param differentFigures of today, as the calls of branch and centre answer them
     */
    record Found(
            double seconds,
            long events,
            long told,
            long notAsTold,
            long differentEvents,
            long differentServices,
            long differentFigures,
            String lacks) {

        boolean isExact() {
            return seconds < Double.POSITIVE_INFINITY;
        }
    }

    /** @param healed when the last thing was made good */
    Found look(Instant healed) {
        // From now on nothing happens; what a branch committed before is in.
        boolean exact = awaitExact(Instant.now());
        double seconds = exact ? Duration.between(healed, Instant.now()).toMillis() / 1e3 : Double.POSITIVE_INFINITY;
        long told = 0;
        long notAsTold = 0;
        long events = 0;
        long differentEvents = 0;
        long differentServices = 0;
        long differentFigures = 0;
        for (int i = 0; i < halls.size(); i++) {
            Hall hall = halls.get(i);
            Books books = new Books(
                    parts.cluster(Network.database(i)),
                    parts.cluster(Network.CENTRE_DATABASE),
                    hall.branch().id());
            Map<UUID, String> services = hall.acknowledged().services();
            told += services.size();
            notAsTold += books.notAsTold(services);
            events += books.eventsInBranch();
            differentEvents += books.differentEvents();
            differentServices += books.differentServices();
            differentFigures += differentFigures(hall);
        }
        return new Found(
                seconds,
                events,
                told,
                notAsTold,
                differentEvents,
                differentServices,
                differentFigures,
                exact ? "" : lacks());
    }

    private boolean awaitExact(Instant moment) {
        long limit = System.nanoTime() + GIVEN_UP.toNanos();
        while (System.nanoTime() < limit) {
            if (servers().stream().filter(server -> server.isExactTo(moment)).count() == halls.size()) {
                return true;
            }
            Pause.of(BETWEEN_LOOKS);
        }
        return false;
    }

    private List<CentreClient.Server> servers() {
        try {
            centre.login(DemoLogins.ANALYST, DemoLogins.ANALYST_PASSWORD);
            return centre.servers();
        } catch (Unreachable | Refused startingAnew) {
            return List.of();
        }
    }

    private String lacks() {
        return servers().stream()
                .map(server -> server.name() + " " + server.completeness() + " " + server.reason())
                .collect(Collectors.joining("; "));
    }

    private long differentFigures(Hall hall) {
        Map<String, String> there = figures(hall.kiosk().statistics());
        Map<String, String> here = figures(centre.today(hall.branch().id()));
        return there.entrySet().stream()
                .filter(figure -> !figure.getValue().equals(here.get(figure.getKey())))
                .count();
    }

    /** The numbers among the answer's own keys. */
    private static Map<String, String> figures(JsonNode answer) {
        Map<String, String> figures = new TreeMap<>();
        answer.properties().stream()
                .filter(field -> field.getValue().isNumber() && !NOT_COMPARED.contains(field.getKey()))
                .forEach(field -> figures.put(field.getKey(), field.getValue().asText()));
        return figures;
    }
}
