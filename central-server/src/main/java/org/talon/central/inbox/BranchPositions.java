package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.BranchPosition.Announcement;
import org.talon.shared.federation.Inbox;
import org.talon.shared.federation.Inbox.MovedMeanwhile;
import org.talon.shared.federation.Lineage;
import org.talon.shared.federation.Message.Place;

/** The stored positions. They move by compare-and-set only, and only those of active branches do. */
@ApplicationScoped
class BranchPositions {

    private static final String FIND = "select * from branch_position where branch_id = any (?)";

    private static final String MEET = """
            insert into branch_position (branch_id, epoch, next_seq, kafka_offset)
            select branch_id, 1, 1, 0 from unnest(?::uuid[]) as n (branch_id)
            on conflict on constraint branch_position_pk do nothing""";

    private static final String ADVANCE = """
            update branch_position p
            set epoch = n.epoch, next_seq = n.next_seq, kafka_offset = n.kafka_offset, gap_seq = n.gap_seq,
                lineage = n.lineage::bigint[], conflict_epoch = n.conflict_epoch, conflict_seq = n.conflict_seq,
                kept_from_epoch = n.kept_from_epoch, kept_from_seq = n.kept_from_seq, last_at = n.last_at, last_seen = n.last_seen,
                announced_epoch = n.announced_epoch, announced_seq = n.announced_seq,
                announced_at = n.announced_at, complete_to = n.complete_to
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n (branch_id, from_epoch, from_next_seq, from_offset,
                epoch, next_seq, kafka_offset, gap_seq, lineage, conflict_epoch, conflict_seq, kept_from_epoch, kept_from_seq,
                last_at, last_seen, announced_epoch, announced_seq, announced_at,
                complete_to)
            where p.branch_id = n.branch_id and p.epoch = n.from_epoch and p.next_seq = n.from_next_seq
              and p.kafka_offset = n.from_offset
              -- Whoever blocks or removes a branch changes this row: a batch that comes second is given up.
              and p.standing = 'Active'""";

    /** The positions of these branches; a branch never heard of begins at the first one. */
    Map<UUID, BranchPosition> of(Connection connection, Set<UUID> branches) throws SQLException {
        Map<UUID, BranchPosition> found = stored(connection, branches);
        if (!found.keySet().containsAll(branches)) {
            meet(connection, branches);
            found = stored(connection, branches);
        }
        return found;
    }

    /** Nobody is asked for anything whose events are not taken in. */
    List<BranchPosition> ofActive(Connection connection) throws SQLException {
        List<BranchPosition> all = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select * from branch_position where standing = 'Active'");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(positionOf(row));
            }
        }
        return all;
    }

    Map<UUID, BranchPosition> stored(Connection connection, Set<UUID> branches) throws SQLException {
        Map<UUID, BranchPosition> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", branches.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    BranchPosition position = positionOf(row);
                    found.put(position.branchId(), position);
                }
            }
        }
        return found;
    }

    private static void meet(Connection connection, Set<UUID> branches) throws SQLException {
        Rows rows = new Rows("uuid");
        branches.forEach(rows::add);
        rows.send(connection, MEET);
    }

    /** See {@link Inbox#advance}. It comes first in a batch's transaction. */
    void advance(Connection connection, Collection<BranchCursor> cursors, Instant now)
            throws SQLException, MovedMeanwhile {
        Rows moves = new Rows(
                "uuid int4 int8 int8 int4 int8 int8 int8 text int4 int8 int4 int8 timestamptz timestamptz int4 int8 timestamptz timestamptz");
        for (BranchCursor cursor : cursors) {
            BranchPosition from = cursor.from();
            BranchPosition to = cursor.to(now);
            if (!to.equals(from)) {
                add(moves, from, to);
            }
        }
        if (!moves.isEmpty() && moves.send(connection, ADVANCE) != moves.size()) {
            throw new MovedMeanwhile();
        }
    }

    private static void add(Rows moves, BranchPosition from, BranchPosition to) {
        Announcement announced = to.announced();
        moves.add(
                from.branchId(),
                from.epoch(),
                from.nextSeq(),
                from.offset(),
                to.epoch(),
                to.nextSeq(),
                to.offset(),
                to.gapSeq(),
                text(to.lineage()),
                to.conflict() == null ? null : to.conflict().epoch(),
                to.conflict() == null ? null : to.conflict().seq(),
                to.keptFrom() == null ? null : to.keptFrom().epoch(),
                to.keptFrom() == null ? null : to.keptFrom().seq(),
                to.lastAt(),
                to.lastSeen(),
                announced == null ? null : announced.epoch(),
                announced == null ? null : announced.lastSeq(),
                announced == null ? null : announced.at(),
                to.completeTo());
    }

    static BranchPosition positionOf(ResultSet row) throws SQLException {
        Instant announcedAt = instant(row, "announced_at");
        return new BranchPosition(
                row.getObject("branch_id", UUID.class),
                row.getInt("epoch"),
                row.getLong("next_seq"),
                lineage((Long[]) row.getArray("lineage").getArray()),
                row.getLong("kafka_offset"),
                row.getObject("gap_seq", Long.class),
                place(row, "conflict_epoch", "conflict_seq"),
                place(row, "kept_from_epoch", "kept_from_seq"),
                instant(row, "last_at"),
                instant(row, "last_seen"),
                announcedAt == null
                        ? null
                        : new Announcement(row.getInt("announced_epoch"), row.getLong("announced_seq"), announcedAt),
                instant(row, "complete_to"));
    }

    private static @Nullable Place place(ResultSet row, String epoch, String seq) throws SQLException {
        return row.getObject(seq) == null ? null : new Place(row.getInt(epoch), row.getLong(seq));
    }

    private static String text(Lineage lineage) {
        return lineage.ended().stream()
                .map(ended -> ended.epoch() + "," + ended.lastSeq() + "," + ended.seenSeq())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Lineage lineage(Long[] numbers) {
        List<Lineage.Ended> ended = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 3) {
            ended.add(new Lineage.Ended(Math.toIntExact(numbers[i]), numbers[i + 1], numbers[i + 2]));
        }
        return new Lineage(ended);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
