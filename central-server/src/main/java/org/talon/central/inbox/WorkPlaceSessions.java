package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BreakBegan;
import org.talon.shared.event.BreakEnded;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;
import org.talon.shared.federation.Message.Fact;

/** Which workplaces are open, who sits there, and who of them is on a break. */
final class WorkPlaceSessions implements Projection {

    private record Key(UUID branchId, UUID workPlaceId) {}

    /**
     * @param userId who sits there; null where the workplace was closed
     * @param since when he took it; null where the batch does not say: a break tells that he is there, not since when
     * @param breakSince null where he works
     */
    private record Seat(
            @Nullable UUID userId,
            @Nullable Instant since,
            @Nullable Instant breakSince) {

        static final Seat EMPTY = new Seat(null, null, null);
    }

    /** Both halves see the table as it was; a workplace is in one of them only. */
    private static final String WRITE = """
            with last as (
                select * from unnest(?, ?, ?, ?, ?) as l (branch_id, work_place_id, user_id, opened_at, break_since)
            ), closed as (
                delete from work_place_session s using last l
                where l.user_id is null and s.branch_id = l.branch_id and s.work_place_id = l.work_place_id
            )
            insert into work_place_session as s (branch_id, work_place_id, user_id, opened_at, break_since)
            select branch_id, work_place_id, user_id, opened_at, break_since from last where user_id is not null
            on conflict on constraint work_place_session_pk do update
            set user_id = excluded.user_id,
                opened_at = coalesce(excluded.opened_at, s.opened_at),
                break_since = excluded.break_since""";

    private final Map<Key, Seat> last = new LinkedHashMap<>();

    @Override
    public void add(Fact fact) {
        UUID b = fact.branchId();
        switch (fact.event()) {
            case WorkPlaceOpened e -> last.put(new Key(b, e.workPlaceId()), new Seat(e.userId(), e.at(), null));
            case WorkPlaceClosed e -> last.put(new Key(b, e.workPlaceId()), Seat.EMPTY);
            case BreakBegan e -> rests(new Key(b, e.workPlaceId()), e.userId(), e.at());
            case BreakEnded e -> rests(new Key(b, e.workPlaceId()), e.userId(), null);
            case null, default -> {}
        }
    }

    private void rests(Key key, UUID user, @Nullable Instant breakSince) {
        Seat before = last.getOrDefault(key, Seat.EMPTY);
        last.put(key, new Seat(user, before.since, breakSince));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Rows rows = new Rows("uuid uuid uuid timestamptz timestamptz");
        last.forEach((key, seat) -> rows.add(key.branchId, key.workPlaceId, seat.userId, seat.since, seat.breakSince));
        if (!rows.isEmpty()) {
            rows.send(connection, WRITE);
        }
    }
}
