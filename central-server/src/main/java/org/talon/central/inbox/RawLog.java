package org.talon.central.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.PersonalData;
import org.talon.shared.federation.Message.Fact;

/** Keeps every fact as it came. By COPY, the fastest way into a table; its text form is put together here. */
final class RawLog {

    private static final String COPY = """
            copy event_log (branch_id, epoch, seq, event_id, type, version, occurred_at, business_date,
                            business_hour, data, received_at, personal) from stdin""";

    private final StringBuilder lines = new StringBuilder();
    private final Instant now;

    RawLog(Instant now) {
        this.now = now;
    }

    void add(Fact fact) {
        EventEnvelope envelope = fact.envelope();
        lines.append(envelope.branchId()).append('\t');
        lines.append(envelope.epoch()).append('\t');
        lines.append(fact.seq()).append('\t');
        lines.append(envelope.eventId()).append('\t');
        escaped(envelope.type()).append('\t');
        lines.append(envelope.version()).append('\t');
        lines.append(envelope.occurredAt()).append('\t');
        lines.append(envelope.businessDate()).append('\t');
        lines.append(envelope.businessHour()).append('\t');
        escaped(fact.data().toString()).append('\t');
        lines.append(now).append('\t');
        lines.append(PersonalData.mayBeIn(envelope.type())).append('\n');
    }

    private StringBuilder escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(text.charAt(i));
            }
        }
        return lines;
    }

    void write(Connection connection) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be read", impossible);
        }
    }
}
