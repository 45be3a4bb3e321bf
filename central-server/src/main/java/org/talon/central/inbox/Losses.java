package org.talon.central.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.http.DomainException;

/**
 * A branch goes on behind what it no longer keeps only where somebody accepted that it is lost; and that never is forgotten: the note
 * is written in the transaction that moves the branch's position, and stays.
 */
@ApplicationScoped
public class Losses {

    private static final String NOTE = """
            insert into branch_loss (branch_id, from_epoch, from_seq, kept_epoch, kept_seq, accepted_at, accepted_by)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String NOTED = """
            select branch_id, from_epoch, from_seq, kept_epoch, kept_seq, accepted_at, accepted_by
            from branch_loss order by id desc""";

    private static final String WITHIN = """
            select distinct d.branch_id from branch_lost_days d
            where d.first_day <= ? and d.last_day >= ?""";

    private final DataSource database;
    private final BranchPositions positions;
    private final Clock clock;

    Losses(DataSource database, BranchPositions positions, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.clock = clock;
    }

    /** What is to be accepted, then what was, the newest first. */
    public List<Loss> all() {
        List<Loss> all = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            positions.ofActive(connection).stream()
                    .filter(BranchPosition::isCutOff)
                    .forEach(at -> all.add(lossAt(at, null, null)));
            try (PreparedStatement noted = connection.prepareStatement(NOTED);
                    ResultSet row = noted.executeQuery()) {
                while (row.next()) {
                    all.add(lossOf(row));
                }
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException("the losses cannot be read", failure);
        }
    }

    /** The branches of which something of these dates is lost. */
    public Set<UUID> within(LocalDate first, LocalDate last) {
        Set<UUID> branches = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement within = connection.prepareStatement(WITHIN)) {
            within.setObject(1, last);
            within.setObject(2, first);
            try (ResultSet row = within.executeQuery()) {
                while (row.next()) {
                    branches.add(row.getObject(1, UUID.class));
                }
            }
            return branches;
        } catch (SQLException failure) {
            throw new IllegalStateException("the losses cannot be read", failure);
        }
    }

    /** Waits for a batch of the branch that is under way; one that was worked out before is given up. */
    @Transactional
    public Loss accept(UUID branchId, String by) {
        try (Connection connection = database.getConnection()) {
            BranchPosition at = cutOff(branchId, connection);
            if (!positions.move(connection, at, at.withoutWhatIsLost())) {
                throw conflict("server-held-back", "the branch is blocked or removed; expected one that is active");
            }
            Loss loss = lossAt(at, clock.instant(), by);
            note(loss, connection);
            return loss;
        } catch (SQLException failure) {
            throw new IllegalStateException("the loss of branch " + branchId + " cannot be accepted", failure);
        }
    }

    private BranchPosition cutOff(UUID branchId, Connection connection) throws SQLException {
        new RebuildBranch(connection, clock.instant()).lock(branchId);
        BranchPosition at = positions.stored(connection, Set.of(branchId)).get(branchId);
        if (at == null) {
            throw new DomainException(
                    DomainException.Kind.UNKNOWN, "unknown-server", "no server has the id " + branchId);
        }
        if (!at.isCutOff()) {
            throw conflict(
                    "nothing-lost",
                    "nothing is missing that the branch no longer keeps; expected a branch that "
                            + "GET queue/reconciliation/losses shows without AcceptedAt");
        }
        return at;
    }

    private static DomainException conflict(String code, String detail) {
        return new DomainException(DomainException.Kind.CONFLICT, code, detail);
    }

    private static void note(Loss loss, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, loss.serverId());
            insert.setInt(2, loss.fromEpoch());
            insert.setLong(3, loss.fromSeq());
            insert.setInt(4, loss.keptEpoch());
            insert.setLong(5, loss.keptSeq());
            insert.setObject(6, OffsetDateTime.ofInstant(Objects.requireNonNull(loss.acceptedAt()), ZoneOffset.UTC));
            insert.setString(7, loss.acceptedBy());
            insert.executeUpdate();
        }
    }

    private static Loss lossAt(BranchPosition at, @Nullable Instant acceptedAt, @Nullable String by) {
        Place kept = Objects.requireNonNull(at.keptFrom());
        return new Loss(at.branchId(), at.epoch(), at.nextSeq(), kept.epoch(), kept.seq(), acceptedAt, by);
    }

    private static Loss lossOf(ResultSet row) throws SQLException {
        return new Loss(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getLong(3),
                row.getInt(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }
}
