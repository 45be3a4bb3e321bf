package org.talon.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.talon.driver.CentreClient;
import org.talon.driver.Unreachable;
import org.talon.network.Pause;

/** Moves the centre's clock along with the branch that is ahead, and waits until the centre knows all. */
final class CentreWatch {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** The centre's clock only dates what it receives: once an hour of the trace is plenty. */
    private static final long STEP_SECONDS = 3600;

    private static final int DAYS_LOOKED_AT = 60;

    private final CentreClient centre;
    private Instant now = Instant.EPOCH;

    CentreWatch(CentreClient centre) {
        this.centre = centre;
    }

    synchronized void passes(Instant moment) {
        if (moment.getEpochSecond() - now.getEpochSecond() >= STEP_SECONDS) {
            moveTo(moment);
        }
    }

    synchronized void moveTo(Instant moment) {
        now = moment;
        try {
            centre.moveClock(moment);
        } catch (Unreachable beingStartedAnew) {
            now = Instant.EPOCH;
        }
    }

    /** False where it makes no progress for a minute. */
    boolean awaitExact(Set<UUID> branches, Instant moment) {
        String before = "";
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            List<CentreClient.Server> servers = servers();
            if (servers.stream()
                    .filter(server -> server.isExactTo(moment))
                    .map(CentreClient.Server::id)
                    .collect(Collectors.toSet())
                    .containsAll(branches)) {
                return true;
            }
            String seen = servers + whatItHas(moment);
            if (!seen.equals(before)) {
                before = seen;
                limit = System.nanoTime() + PATIENCE.toNanos();
            }
            Pause.of(BETWEEN_LOOKS);
        }
        return false;
    }

    /** Until all of a backlog has come, no branch says that it is complete to a later moment; its figures grow. */
    private String whatItHas(Instant moment) {
        LocalDate last = LocalDate.ofInstant(moment, ZoneOffset.UTC).plusDays(1);
        try {
            return centre.history(last.minusDays(DAYS_LOOKED_AT), last, "day").toString();
        } catch (Unreachable beingStartedAnew) {
            return "";
        }
    }

    /** Whether every branch has said of its days what they are, and they are that here; false where that does not come to pass. */
    boolean awaitReconciled(Set<UUID> branches) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            List<JsonNode> days = comparedDays();
            Set<String> said =
                    days.stream().map(day -> day.path("ServerId").asText()).collect(Collectors.toSet());
            if (days.stream().allMatch(CentreWatch::isExact)
                    && branches.stream().map(UUID::toString).allMatch(said::contains)) {
                return true;
            }
            Pause.of(BETWEEN_LOOKS);
        }
        return false;
    }

    String whatItCompared() {
        List<JsonNode> days = comparedDays();
        return days.stream().filter(CentreWatch::isExact).count() + " of " + days.size()
                + " days are here what their branches say they are";
    }

    private List<JsonNode> comparedDays() {
        try {
            return StreamSupport.stream(centre.reconciliation().spliterator(), false)
                    .toList();
        } catch (Unreachable beingStartedAnew) {
            return List.of();
        }
    }

    private static boolean isExact(JsonNode day) {
        return day.path("State").asText().equals("Exact");
    }

    String whatItLacks() {
        return servers().stream()
                .map(server -> server.name() + " " + server.completeness() + " to " + server.completeTo())
                .collect(Collectors.joining(", "));
    }

    private List<CentreClient.Server> servers() {
        try {
            return centre.servers();
        } catch (Unreachable beingStartedAnew) {
            return List.of();
        }
    }
}
