package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talon.branch.outbox.OwnOutbox.MANY;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.shared.event.EventEnvelope;

/** A branch that has an outbox already keeps all of it, with its numbers, when it is divided into months. */
class OutboxMigrationTest {

    private static final int BEFORE_MONTHS = 22;

    @Test
    void events_stay_numbered_as_they_were_and_new_ones_follow() throws Exception {
        try (OwnOutbox outbox = OwnOutbox.after(
                BEFORE_MONTHS,
                """
                insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)
                select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'ForTest', 1,
                       (array[timestamptz '2026-10-31 20:00Z', '2026-11-01 02:00Z', '9999-12-31 10:00Z'])[1 + n % 3],
                       '2026-10-31', 1, '{}'
                from generate_series(1, 6) n""",
                "insert into outbox_window select 1, 1, 4, '0', tx, now() from outbox where id = 1",
                "update outbox_window set to_tx = (to_tx::text::bigint + 1)::text::xid8, size = 6")) {
            // Then
            assertThat(outbox.log.read(1, 1, MANY))
                    .extracting(EventEnvelope::eventId)
                    .isEqualTo(List.of(id(1), id(2), id(3), id(4), id(5), id(6)));
            assertThat(outbox.log.state().unsealed()).isFalse();
            // When
            UUID next = outbox.append(Instant.parse("2026-11-02T10:00:00Z"));
            outbox.log.seal();
            // Then
            assertThat(outbox.ids(1, 7)).containsExactly(next);
        }
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
