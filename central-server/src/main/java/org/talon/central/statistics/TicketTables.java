package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.Paging;

/** Single tickets. Reads within the caller's transaction. */
@ApplicationScoped
class TicketTables {

    private static final String TICKETS = """
            select t.branch_id, t.id, t.prefix, t.number, t.created_at, t.booked_for
            from unnest(?, ?, ?) as asked (branch_id, from_second, until_second)
            join ticket t on t.branch_id = asked.branch_id
                and t.created_at >= to_timestamp(asked.from_second)
                and t.created_at < to_timestamp(asked.until_second)
            where (t.created_at, t.id) > (?, ?)
            order by t.created_at, t.id
            limit ?""";

    private static final String PRODUCTS = """
            select p.ticket_id, p.id, p.product_id, p.state, p.priority, p.queued_at, p.invited_at, p.started_at,
                   p.ended_at, p.work_place_id, p.user_id
            from unnest(?, ?) as asked (branch_id, ticket_id)
            join ticket_product p using (branch_id, ticket_id)
            order by p.ticket_id, p.queued_at nulls last, p.id""";

    private static final String CURSOR = "select created_at from ticket where branch_id = any(?) and id = ?";

    /** Before every ticket there is. */
    private static final Place BEGINNING = new Place(Instant.EPOCH, new UUID(0, 0));

    private final DataSource database;

    TicketTables(DataSource database) {
        this.database = database;
    }

    /** A branch, and from when until before when. */
    record Asked(UUID branchId, Instant from, Instant until) {}

    record Ticket(
            UUID branchId,
            UUID id,
            String prefix,
            int number,
            Instant createdAt,
            @Nullable Instant bookedFor) {}

    record Product(
            UUID ticketId,
            UUID id,
            UUID productId,
            String state,
            @Nullable Integer priority,
            @Nullable Instant queuedAt,
            @Nullable Instant invitedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable UUID workPlaceId,
            @Nullable UUID userId) {}

    private record Place(Instant createdAt, UUID id) {}

    /** In order of issue. */
    List<Ticket> issued(List<Asked> asked, Paging page) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TICKETS)) {
            Place behind = page.after().isEmpty()
                    ? BEGINNING
                    : place(connection, asked, page.after().get());
            array(statement, 1, "uuid", asked.stream().map(Asked::branchId).toArray());
            array(statement, 2, "int8", seconds(asked, Asked::from));
            array(statement, 3, "int8", seconds(asked, Asked::until));
            statement.setObject(4, behind.createdAt.atOffset(ZoneOffset.UTC));
            statement.setObject(5, behind.id);
            statement.setInt(6, page.limit());
            List<Ticket> tickets = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tickets.add(new Ticket(
                            id(row, 1),
                            id(row, 2),
                            row.getString(3),
                            row.getInt(4),
                            moment(row, 5),
                            momentOrNull(row, 6)));
                }
            }
            return tickets;
        } catch (SQLException failure) {
            throw new IllegalStateException("tickets cannot be read", failure);
        }
    }

    private static Place place(Connection connection, List<Asked> asked, UUID after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CURSOR)) {
            array(statement, 1, "uuid", asked.stream().map(Asked::branchId).toArray());
            statement.setObject(2, after);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Paging.noSuchCursor();
                }
                return new Place(moment(row, 1), after);
            }
        }
    }

    /** Of some tickets, by ticket. */
    Map<UUID, List<Product>> productsOf(List<Ticket> tickets) {
        Map<UUID, List<Product>> products = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRODUCTS)) {
            array(statement, 1, "uuid", tickets.stream().map(Ticket::branchId).toArray());
            array(statement, 2, "uuid", tickets.stream().map(Ticket::id).toArray());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    products.computeIfAbsent(id(row, 1), unused -> new ArrayList<>())
                            .add(product(row));
                }
            }
            return products;
        } catch (SQLException failure) {
            throw new IllegalStateException("the services of tickets cannot be read", failure);
        }
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                id(row, 1),
                id(row, 2),
                id(row, 3),
                row.getString(4),
                row.getObject(5, Integer.class),
                momentOrNull(row, 6),
                momentOrNull(row, 7),
                momentOrNull(row, 8),
                momentOrNull(row, 9),
                row.getObject(10, UUID.class),
                row.getObject(11, UUID.class));
    }

    private static void array(PreparedStatement statement, int place, String type, Object[] values)
            throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf(type, values));
    }

    /** As numbers: as texts, PostgreSQL reads none before the year 1 or after 9999, where a zone's first and last days may end. */
    private static Object[] seconds(List<Asked> asked, Function<Asked, Instant> moment) {
        return asked.stream().map(moment).map(Instant::getEpochSecond).toArray();
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant momentOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
