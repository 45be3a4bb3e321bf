package org.talon.branch.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.EventLog;

/** Tells what has not reached Kafka yet, numbered or not: of the database, so that it holds also where no relay gets as far as that. */
@ApplicationScoped
class OutboxBacklog {

    private static final String UNNUMBERED = """
            select count(o.id), min(o.occurred_at)
            from outbox_position p
            join outbox_epoch e using (epoch)
            left join lateral (
                select w.to_tx from outbox_window w
                where w.epoch = p.epoch order by w.first_seq desc limit 1) last on true
            join outbox o on o.tx >= coalesce(last.to_tx, e.from_tx) and o.id > e.from_id""";

    private final AgroalDataSource database;
    private final OutboxLog log;

    OutboxBacklog(AgroalDataSource database, OutboxLog log) {
        this.database = database;
        this.log = log;
    }

    /** @param oldest when the first of them happened; null where there are none */
    record Waiting(long events, @Nullable Instant oldest) {

        static final Waiting NOTHING = new Waiting(0, null);

        private Waiting plus(Waiting other) {
            Optional<Instant> first = Stream.of(Optional.ofNullable(oldest), Optional.ofNullable(other.oldest))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
            return new Waiting(events + other.events, first.orElse(null));
        }
    }

    Waiting measure() throws SQLException {
        EventLog.State state = log.state();
        return numbered(state).plus(unnumbered());
    }

    private Waiting numbered(EventLog.State state) throws SQLException {
        if (state.acknowledgedSeq() >= state.sealedSeq()) {
            return Waiting.NOTHING;
        }
        List<EventEnvelope> first = log.read(state.epoch(), state.acknowledgedSeq() + 1, 1);
        // Where an epoch begins meanwhile it is measured again soon.
        return first.isEmpty()
                ? Waiting.NOTHING
                : new Waiting(
                        state.sealedSeq() - state.acknowledgedSeq(),
                        first.getFirst().occurredAt());
    }

    private Waiting unnumbered() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(UNNUMBERED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1) == 0
                    ? Waiting.NOTHING
                    : new Waiting(
                            row.getLong(1),
                            Objects.requireNonNull(row.getObject(2, OffsetDateTime.class))
                                    .toInstant());
        }
    }
}
