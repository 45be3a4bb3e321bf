package org.talon.central.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.EventHash;
import org.talon.shared.event.PersonalData;

/**
 * Takes personal data out of the log so that all that follows from the log stays as it is: what is taken out counts in no figure, and
 * the event's hash, which counts in its day, is kept.
 */
@ApplicationScoped
class PersonalEvents {

    private static final String OVER = """
            select branch_id, epoch, seq, event_id, type, version, occurred_at, business_date, business_hour, data::text
            from event_log
            where personal and least(business_date, (received_at at time zone 'UTC')::date) < ?
            limit ? for update skip locked""";

    private static final String FORGET = """
            update event_log set data = ?::jsonb, hash = ?, personal = false
            where branch_id = ? and epoch = ? and seq = ? and business_date = ?""";

    private final DataSource database;
    private final EventCodec codec = new EventCodec();

    PersonalEvents(DataSource database) {
        this.database = database;
    }

    /** @return how many events it was taken out of; 0 where none is left, or another process is at it */
    @Transactional(rollbackOn = Exception.class)
    int forgetSome(LocalDate before, int most) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return RetentionTurn.isOurs(connection) ? forget(before, most, connection) : 0;
        }
    }

    private int forget(LocalDate before, int most, Connection connection) throws SQLException {
        int forgotten = 0;
        try (PreparedStatement over = connection.prepareStatement(OVER);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            over.setObject(1, before);
            over.setInt(2, most);
            try (ResultSet row = over.executeQuery()) {
                for (; row.next(); forgotten++) {
                    add(event(row), forget);
                }
            }
            forget.executeBatch();
        }
        return forgotten;
    }

    private static void add(EventEnvelope event, PreparedStatement forget) throws SQLException {
        forget.setString(1, PersonalData.without(event.type(), event.data()).toString());
        forget.setLong(2, EventHash.of(event));
        forget.setObject(3, event.branchId());
        forget.setInt(4, event.epoch());
        forget.setObject(5, event.seq());
        forget.setObject(6, event.businessDate());
        forget.addBatch();
    }

    private EventEnvelope event(ResultSet row) throws SQLException {
        return new EventEnvelope(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, LocalDate.class),
                row.getInt(9),
                codec.data(row.getString(10)));
    }
}
