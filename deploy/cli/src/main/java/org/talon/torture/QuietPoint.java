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

    /** Of this a person takes note; here that is the torture, which did it. */
    private static final String RESTORED = "the branch was restored";

    /** Seconds that go on while one looks, and what the centre does not tell. */
    private static final Set<String> NOT_COMPARED = Set.of("LongestCurrentWaitSeconds", "BreakWorkPlaces");

    private final OwnParts parts;
    private final List<Hall> halls;
    private final Witnesses witnesses;
    private final Duration patience;
    private final CentreClient centre;

    /** @param planted whether a mistake is: then nobody waits for what comes too late in any case */
    QuietPoint(OwnParts parts, List<Hall> halls, Witnesses witnesses, Network network, boolean planted) {
        this.parts = parts;
        this.halls = halls;
        this.witnesses = witnesses;
        this.patience = planted ? LIMIT : GIVEN_UP;
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
     * @param untrueClaims moments up to which the centre said that all was in, and it was not
     * @param madeUp numbers that were noted as acknowledged while nobody was there to do so, since the first storm
     * @param toldAhead times that Kafka had been told of what was not stored, likewise
     */
    record Found(
            double seconds,
            long events,
            long told,
            long notAsTold,
            long differentEvents,
            long differentServices,
            long differentFigures,
            long untrueClaims,
            long madeUp,
            long toldAhead,
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
        Found found = new Found(
                seconds, 0, 0, 0, 0, 0, 0, 0, witnesses.madeUp(), witnesses.toldAhead(), exact ? "" : lacks());
        for (int i = 0; i < halls.size(); i++) {
            found = with(found, halls.get(i), parts.cluster(Network.database(i)));
        }
        return found;
    }

    private Found with(Found found, Hall hall, Cluster branch) {
        UUID id = hall.branch().id();
        Books books = new Books(branch, parts.cluster(Network.CENTRE_DATABASE), id);
        Map<UUID, String> services = hall.acknowledged().services();
        return new Found(
                found.seconds,
                found.events + books.eventsInBranch(),
                found.told + services.size(),
                found.notAsTold + books.notAsTold(services),
                found.differentEvents + books.differentEvents(),
                found.differentServices + books.differentServices(),
                found.differentFigures + differentFigures(hall),
                found.untrueClaims + witnesses.untrueClaims(id, branch),
                found.madeUp,
                found.toldAhead,
                found.lacks);
    }

    private boolean awaitExact(Instant moment) {
        long limit = System.nanoTime() + patience.toNanos();
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
            List<CentreClient.Server> servers = centre.servers();
            servers.stream()
                    .filter(server -> server.reason().contains(RESTORED))
                    .forEach(server -> centre.acceptFork(server.id()));
            return servers;
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
