package org.talon.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.talon.driver.CentreClient;
import org.talon.driver.Refused;
import org.talon.driver.Unreachable;
import org.talon.report.CannotRun;
import org.talon.report.JsonFile;
import org.talon.report.Table;

/** Shows which branches belong to a network, and has one blocked, unblocked, removed or restored. */
public final class ServersRun {

    /** What to do. */
    public enum What {
        LIST,
        BLOCK,
        UNBLOCK,
        REMOVE,
        RESTORE;

        public boolean needsReason() {
            return this == BLOCK || this == REMOVE;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CentreAddress centre;
    private final What what;
    private final @Nullable String server;
    private final @Nullable String reason;
    private final @Nullable Path json;
    private final PrintWriter out;

    /** @param server id of the branch on which something is decided; null where they are listed */
    public ServersRun(
            CentreAddress centre,
            What what,
            @Nullable String server,
            @Nullable String reason,
            @Nullable Path json,
            PrintWriter out) {
        this.centre = centre;
        this.what = what;
        this.server = server;
        this.reason = reason;
        this.json = json;
        this.out = out;
    }

    /** @return whether what was asked for is so; of a list whether no branch is blocked */
    public boolean run() {
        JsonFile.require(json);
        JsonNode all = registry();
        if (!all.isEmpty()) {
            out.println(table(all));
            out.println();
        }
        JsonFile.write(json, all);
        boolean holds = what != What.LIST || count(all, "Blocked") == 0;
        out.printf(
                "servers %s: %d active, %d blocked, %d removed%n",
                holds ? "holds" : "does NOT hold", count(all, "Active"), count(all, "Blocked"), count(all, "Removed"));
        return holds;
    }

    /** As it is when that was done which is asked for. */
    private JsonNode registry() {
        try {
            CentreClient client = centre.open();
            if (what != What.LIST) {
                client.decide(what.toString(), parameters());
            }
            return client.registry();
        } catch (Refused | Unreachable no) {
            throw new CannotRun(String.valueOf(no.getMessage()), no);
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("serverId", String.valueOf(server));
        if (reason != null) {
            parameters.put("reason", reason);
        }
        return parameters;
    }

    private static Table table(JsonNode all) {
        Table table = new Table(List.of("Id", "Name", "State", "Since", "By", "Reason", "LastSeen"));
        all.forEach(branch -> table.row(
                branch.path("Id").asText(),
                branch.path("Name").asText(),
                branch.path("State").asText(),
                orDash(branch.path("Since")),
                orDash(branch.path("By")),
                orDash(branch.path("Reason")),
                orDash(branch.path("LastSeen"))));
        return table;
    }

    private static String orDash(JsonNode value) {
        return value.isNull() ? "-" : value.asText();
    }

    private static long count(JsonNode all, String state) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(branch -> branch.path("State").asText().equals(state))
                .count();
    }
}
