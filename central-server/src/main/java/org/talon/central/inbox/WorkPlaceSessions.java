package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.inbox.Message.Fact;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;

/** Which workplaces are open, and who sits there. */
final class WorkPlaceSessions implements Projection {

    private record Key(UUID branchId, UUID workPlaceId) {}

    /** @param userId who sits there; null where the workplace was closed */
    private record Seat(@Nullable UUID userId, Instant since) {}

    /** Both halves see the table as it was; a workplace is in one of them only. */
    private static final String WRITE = """
            with last as (
                select * from unnest(?, ?, ?, ?) as l (branch_id, work_place_id, user_id, opened_at)
            ), closed as (
                delete from work_place_session s using last l
                where l.user_id is null and s.branch_id = l.branch_id and s.work_place_id = l.work_place_id
            )
            insert into work_place_session
            select * from last where user_id is not null
            on conflict on constraint work_place_session_pk do update
            set user_id = excluded.user_id, opened_at = excluded.opened_at""";

    private final Map<Key, Seat> last = new LinkedHashMap<>();

    @Override
    public void add(Fact fact) {
        if (fact.event() instanceof WorkPlaceOpened e) {
            last.put(new Key(fact.branchId(), e.workPlaceId()), new Seat(e.userId(), e.at()));
        } else if (fact.event() instanceof WorkPlaceClosed e) {
            last.put(new Key(fact.branchId(), e.workPlaceId()), new Seat(null, e.at()));
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Rows rows = new Rows("uuid uuid uuid timestamptz");
        last.forEach((key, seat) -> rows.add(key.branchId, key.workPlaceId, seat.userId, seat.since));
        if (!rows.isEmpty()) {
            rows.send(connection, WRITE);
        }
    }
}
