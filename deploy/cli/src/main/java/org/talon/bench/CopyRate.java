package org.talon.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows per second that COPY takes into a copy of the raw table: the same rows, in transactions as large as the centre's batches. */
final class CopyRate {
    private static final int BATCH = 10_000;
    private static final String LIMIT_TABLE = "event_log_limit";

    private final Database centre;

    CopyRate(Database centre) {
        this.centre = centre;
    }

    double of(UUID branch) {
        centre.execute("drop table if exists " + LIMIT_TABLE);
        centre.execute("create table " + LIMIT_TABLE + " (like event_log including all)");
        try {
            CopyManager copy = centre.connection().unwrap(PGConnection.class).getCopyAPI();
            List<String> batches = batches(copy, branch);
            long begun = System.nanoTime();
            long rows = 0;
            for (String batch : batches) {
                rows += copy.copyIn("copy " + LIMIT_TABLE + " from stdin", new StringReader(batch));
            }
            return rows * 1e9 / (System.nanoTime() - begun);
        } catch (SQLException | IOException e) {
            throw Database.failed(e);
        }
    }

    private List<String> batches(CopyManager copy, UUID branch) throws SQLException, IOException {
        StringWriter rows = new StringWriter();
        copy.copyOut("copy (select * from event_log where branch_id = '" + branch + "' order by seq) to stdout", rows);
        List<String> lines = rows.toString().lines().toList();
        return java.util.stream.IntStream.range(0, Math.ceilDiv(lines.size(), BATCH))
                .mapToObj(n ->
                        String.join("\n", lines.subList(n * BATCH, Math.min(lines.size(), (n + 1) * BATCH))) + "\n")
                .toList();
    }
}
