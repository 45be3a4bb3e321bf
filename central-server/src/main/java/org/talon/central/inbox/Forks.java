package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.federation.Message.Fact;

/** Keeps where a branch began anew, and whether events are in that are not its history any more. */
final class Forks {

    /** Where nothing was lost there is nothing to take note of. A centre that was restored may find the same fork again. */
    private static final String ADD = """
            insert into branch_fork (branch_id, epoch, previous_epoch, kept_seq, lost, found_at, accepted_at)
            select n.*, lost.events, ?::timestamptz, case when lost.events = 0 then ?::timestamptz end
            from unnest(?, ?, ?, ?) as n (branch_id, epoch, previous_epoch, kept_seq)
            cross join lateral (
                select count(*) as events from event_log e
                where e.branch_id = n.branch_id and e.epoch < n.epoch
                  and (e.epoch > n.previous_epoch or (e.epoch = n.previous_epoch and e.seq > n.kept_seq))) lost
            on conflict on constraint branch_fork_pk do nothing""";

    private final Rows rows = new Rows("uuid int4 int4 int8");
    private final Instant now;

    Forks(Instant now) {
        this.now = now;
    }

    void add(Fact fact, EpochBegan began) {
        rows.add(fact.branchId(), fact.epoch(), began.previousEpoch(), began.lastSeq());
    }

    /** To be called when the log is written. */
    void write(Connection connection) throws SQLException {
        if (!rows.isEmpty()) {
            rows.send(connection, ADD, now.toString(), now.toString());
        }
    }
}
