package org.talon.branch.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.outbox.DayRecords;
import org.talon.shared.event.DayDigest;
import org.talon.shared.figures.FigureKey;
import org.talon.shared.figures.Figures;
import org.talon.shared.figures.Tally;

/**
 * Reads figures off the branch's own tickets: each is filed under the date and hour, on the branch's clock, at which it
 * happened: an issue at the issue, a wait at the first call, an end at the end.
 */
@ApplicationScoped
class BranchRecords implements DayRecords {

    private static final String FACTS = """
            select 'ISSUED', created_at, product_id, null::uuid, null::uuid, 0::bigint, false
            from ticket_product where issued and created_at >= ? and created_at < ?
            union all
            select 'CALLED', first_called_at, product_id, first_called_user_id, first_called_work_place_id,
                   waited_seconds, within_target
            from ticket_product where first_called_at >= ? and first_called_at < ?
            union all
            select state, ended_at, product_id, user_id, work_place_id, served_seconds, operating_at is not null
            from ticket_product where ended_at >= ? and ended_at < ?""";

    private static final String NOW = """
            select product_id, work_place_id, state, count(*), min(greatest(queued_at, booked_for))
            from ticket_product where ended_at is null group by product_id, work_place_id, state""";

    private static final int FETCH = 5_000;

    private final AgroalDataSource database;
    private final BranchCalendar calendar;

    BranchRecords(AgroalDataSource database, BranchCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** Every fact of a period, in no order. */
    void facts(Instant from, Instant until, BiConsumer<FigureKey, Tally> adds) {
        reading(connection -> facts(from, until, connection, adds));
    }

    /** Every fact of a day that goes on, and who is in the hall, at one and the same moment. */
    void factsAndPresent(LocalDate date, Instant now, BiConsumer<FigureKey, Tally> adds, Consumer<Present> groups) {
        reading(connection -> {
            facts(calendar.startOf(date), calendar.startOf(date.plusDays(1)), connection, adds);
            present(now, connection, groups);
        });
    }

    /** What is read within one snapshot of the database. */
    private interface Reading {
        void of(Connection snapshot) throws SQLException;
    }

    private void reading(Reading reading) {
        try (Connection connection = database.getConnection()) {
            // Without a transaction the driver would read all of a long period into memory at once.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                reading.of(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the branch's records could not be read", failed);
        }
    }

    @Override
    public DayDigest.Sums of(LocalDate date, Connection snapshot) throws SQLException {
        Tally total = new Tally();
        facts(calendar.startOf(date), calendar.startOf(date.plusDays(1)), snapshot, (key, adds) -> total.add(adds));
        return total.sums();
    }

    private void facts(Instant from, Instant until, Connection connection, BiConsumer<FigureKey, Tally> adds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
            statement.setFetchSize(FETCH);
            for (int i = 1; i <= 6; i += 2) {
                statement.setObject(i, from.atOffset(ZoneOffset.UTC));
                statement.setObject(i + 1, until.atOffset(ZoneOffset.UTC));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(row, adds);
                }
            }
        }
    }

    private void add(ResultSet row, BiConsumer<FigureKey, Tally> adds) throws SQLException {
        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
        UUID product = row.getObject(3, UUID.class);
        FigureKey served = new FigureKey(
                calendar.dateOf(at),
                calendar.hourOf(at),
                product,
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class));
        FigureKey unserved = new FigureKey(served.date(), served.hour(), product, null, null);
        switch (row.getString(1)) {
            case "ISSUED" -> adds.accept(unserved, new Tally().issue());
            case "CALLED" -> adds.accept(served, new Tally().call(row.getLong(6), row.getBoolean(7)));
            case "COMPLETED" -> adds.accept(served, new Tally().complete(row.getLong(6)));
            case "REJECTED" -> adds.accept(served, new Tally().reject());
            case "CANCELLED" -> adds.accept(unserved, new Tally().cancel());
            case "EXPIRED" -> adds.accept(unserved, new Tally().expire());
            case "REDIRECTED" -> {
                if (row.getBoolean(7)) {
                    adds.accept(served, new Tally().redirect(row.getLong(6)));
                } else {
                    adds.accept(unserved, new Tally().redirect(null));
                }
            }
            case String other -> throw new IllegalStateException("a service ended as " + other);
        }
    }

    /** One group of those who are in the hall at this moment. */
    record Present(UUID productId, UUID workPlaceId, Figures.Now now) {}

    private static void present(Instant at, Connection connection, Consumer<Present> groups) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOW);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                groups.accept(new Present(row.getObject(1, UUID.class), row.getObject(2, UUID.class), now(row, at)));
            }
        }
    }

    private static Figures.Now now(ResultSet row, Instant at) throws SQLException {
        long count = row.getLong(4);
        OffsetDateTime since = row.getObject(5, OffsetDateTime.class);
        return switch (row.getString(3)) {
            case "BOOKED" -> new Figures.Now(count, 0, 0, 0, 0, null);
            case "IN_QUEUE" ->
                new Figures.Now(
                        0,
                        count,
                        0,
                        0,
                        0,
                        Math.max(0, at.getEpochSecond() - since.toInstant().getEpochSecond()));
            case "INVITED" -> new Figures.Now(0, 0, count, 0, 0, null);
            case "OPERATING" -> new Figures.Now(0, 0, 0, count, 0, null);
            case "HELD" -> new Figures.Now(0, 0, 0, 0, count, null);
            case String other -> throw new IllegalStateException("an open service is " + other);
        };
    }
}
