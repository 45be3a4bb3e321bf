package org.talon.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.talon.driver.CentreClient;
import org.talon.network.Pause;
import org.talon.report.CannotRun;
import org.talon.report.JsonFile;
import org.talon.report.Table;

/** Has all of a centre's figures made anew from its log, and says whether they are what they were. */
public final class RebuildRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** What the centre gives one branch, and a little more. */
    private static final Duration LONGEST = Duration.ofMinutes(65);

    private final CentreAddress centre;
    private final @Nullable Path json;
    private final PrintWriter out;

    public RebuildRun(CentreAddress centre, @Nullable Path json, PrintWriter out) {
        this.centre = centre;
        this.json = json;
        this.out = out;
    }

    /** @return whether every branch's figures were what its log makes of them */
    public boolean run() {
        JsonFile.require(json);
        CentreClient client = centre.open();
        Map<String, String> names = new HashMap<>();
        client.servers().forEach(server -> names.put(server.id().toString(), server.name()));
        client.askForRebuild();
        List<JsonNode> done = awaitDone(client);
        Table table = new Table(List.of("Server", "Events", "Figures"));
        done.forEach(branch -> table.row(
                names.getOrDefault(
                        branch.path("BranchId").asText(),
                        branch.path("BranchId").asText()),
                branch.path("Events").asLong(),
                isSame(branch) ? "the same" : "were other ones"));
        out.println(table);
        out.println();
        JsonFile.write(json, done);
        long other = done.stream().filter(branch -> !isSame(branch)).count();
        long events = done.stream()
                .mapToLong(branch -> branch.path("Events").asLong())
                .sum();
        out.printf(
                "rebuild %s: %,d events of %d branches, the figures of %d were other ones before%n",
                other == 0 ? "holds" : "does NOT hold", events, done.size(), other);
        return other == 0;
    }

    private static List<JsonNode> awaitDone(CentreClient client) {
        long limit = System.nanoTime() + LONGEST.toNanos();
        long before = Long.MAX_VALUE;
        while (System.nanoTime() < limit) {
            List<JsonNode> all =
                    StreamSupport.stream(client.rebuilds().spliterator(), false).toList();
            long left = all.stream()
                    .filter(branch -> branch.path("DoneAt").isNull())
                    .count();
            if (left == 0) {
                return all;
            }
            if (left < before) {
                before = left;
                limit = System.nanoTime() + LONGEST.toNanos();
            }
            Pause.of(BETWEEN_LOOKS);
        }
        throw new CannotRun("no branch was made anew for " + LONGEST.toMinutes() + " minutes, " + before
                + " are left; the centre's log says why");
    }

    private static boolean isSame(JsonNode branch) {
        return branch.path("Before").equals(branch.path("After"));
    }
}
