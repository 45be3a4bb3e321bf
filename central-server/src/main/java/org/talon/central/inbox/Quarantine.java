package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.Received;

/** Keeps what cannot be read, to the byte; once, however often it is read. */
final class Quarantine {

    private static final String ADD = """
            insert into quarantine (topic, partition, kafka_offset, branch_id, epoch, seq, bytes, reason, received_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as n (topic, partition, kafka_offset, branch_id, epoch, seq,
                bytes, reason, received_at)
            -- One that is sent again and again lies here once.
            where not exists (select from quarantine q
                              where q.branch_id = n.branch_id and q.epoch = n.epoch and q.seq = n.seq
                                and q.settled_at is null)
            on conflict on constraint quarantine_pk do nothing""";

    private final Rows rows = new Rows("text int4 int8 uuid int4 int8 bytea text timestamptz");
    private final Instant now;

    Quarantine(Instant now) {
        this.now = now;
    }

    void add(Poison poison) {
        Received source = poison.source();
        Place place = poison.place();
        byte[] bytes = source.bytes() == null ? new byte[0] : source.bytes();
        rows.add(
                source.topic(),
                source.partition(),
                source.offset(),
                poison.branchId(),
                place == null ? null : place.epoch(),
                place == null ? null : place.seq(),
                "\\x" + HexFormat.of().formatHex(bytes),
                poison.reason().replace('\0', ' '),
                now);
    }

    void write(Connection connection) throws SQLException {
        if (!rows.isEmpty()) {
            rows.send(connection, ADD);
        }
    }
}
