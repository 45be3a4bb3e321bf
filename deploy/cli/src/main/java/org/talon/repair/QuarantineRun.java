package org.talon.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talon.driver.CentreClient;
import org.talon.report.JsonFile;
import org.talon.report.Table;

/** Shows what a centre could not read; has it read again, or given up. */
public final class QuarantineRun {

    /** What to do with it. */
    public enum What {
        SHOW,
        REPLAY,
        DISCARD
    }

    private final CentreAddress centre;
    private final What what;
    private final @Nullable String server;
    private final @Nullable Path json;
    private final PrintWriter out;

    /** @param server id of one branch; null for all */
    public QuarantineRun(
            CentreAddress centre, What what, @Nullable String server, @Nullable Path json, PrintWriter out) {
        this.centre = centre;
        this.what = what;
        this.server = server;
        this.json = json;
        this.out = out;
    }

    /** @return whether nothing is left in quarantine */
    public boolean run() {
        JsonFile.require(json);
        CentreClient client = centre.open();
        int settled = what == What.SHOW
                ? 0
                : client.settleQuarantine(what == What.REPLAY ? "replay" : "discard", server)
                        .path("Settled")
                        .asInt();
        JsonNode left = client.quarantine(server);
        Table table = new Table(List.of("Topic", "Offset", "Epoch", "Seq", "Reason"));
        left.forEach(message -> table.row(
                message.path("Topic").asText(),
                message.path("Offset").asText(),
                message.path("Epoch").asText("-"),
                message.path("Seq").asText("-"),
                message.path("Reason").asText()));
        if (!left.isEmpty()) {
            out.println(table);
            out.println();
        }
        JsonFile.write(json, left);
        out.printf(
                "quarantine %s: %d settled, %d left%n",
                left.isEmpty() ? "holds" : "does NOT hold", settled, left.size());
        return left.isEmpty();
    }
}
