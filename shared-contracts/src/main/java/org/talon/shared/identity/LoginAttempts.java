package org.talon.shared.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Counts guesses before they are made, for all processes of a server together: two at once are never taken for one. Lies in the tables
 * {@code login_attempt} and {@code login_origin}.
 */
@ApplicationScoped
class LoginAttempts {

    private static final String KNOW = "insert into login_attempt (source, wrong, free_at, last_at) values (?, 0, ?, ?)"
            + " on conflict on constraint login_attempt_pk do nothing";
    private static final String TAKE = "select wrong, free_at, last_at from login_attempt where source = ? for update";
    private static final String COUNT = "update login_attempt set wrong = ?, free_at = ?, last_at = ? where source = ?";
    private static final String FORGET = "delete from login_attempt where source = ? or last_at < ?";
    private static final String TAKE_BACK =
            "update login_attempt set wrong = greatest(wrong - 1, 0), free_at = least(free_at, ?) where source = ?";
    private static final String IS_KNOWN = "select from login_origin where account = ? and address = ? and last_at > ?";
    private static final String REMEMBER = """
            insert into login_origin as o (account, address, last_at) values (?, ?, ?)
            on conflict on constraint login_origin_pk do update set last_at = greatest(o.last_at, excluded.last_at)""";
    private static final String FORGET_ORIGINS = "delete from login_origin where last_at < ?";

    /** How long an address from which somebody signed in is his own. */
    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    private final DataSource database;
    private final Clock clock;

    LoginAttempts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private record Tried(int wrong, Instant freeAt) {}

    /** Counts one attempt as wrong with each of the sources; or counts nothing, and says how long none is allowed. */
    Optional<Duration> count(Map<String, GuessLimit> limits) {
        Instant now = clock.instant();
        return inTransaction(connection -> {
            Map<String, Tried> tried = new TreeMap<>();
            for (String source :
                    new TreeMap<>(limits).keySet()) { // in one order, so that nobody waits for one who waits for him
                tried.put(source, take(connection, source, now));
            }
            Instant free = tried.values().stream()
                    .map(Tried::freeAt)
                    .max(Instant::compareTo)
                    .orElse(now);
            if (free.isAfter(now)) {
                return Optional.of(Duration.between(now, free));
            }
            for (Map.Entry<String, Tried> one : tried.entrySet()) {
                int wrong = one.getValue().wrong() + 1;
                GuessLimit limit = limits.getOrDefault(one.getKey(), GuessLimit.OF_ACCOUNT);
                execute(connection, COUNT, wrong, now.plus(limit.delayAfter(wrong)), now, one.getKey());
            }
            return Optional.empty();
        });
    }

    private static Tried take(Connection connection, String source, Instant now) throws SQLException {
        execute(connection, KNOW, source, now, now);
        try (PreparedStatement statement = prepared(connection, TAKE, source);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return new Tried(0, now); // forgotten just now
            }
            boolean old =
                    row.getObject(3, OffsetDateTime.class).toInstant().isBefore(now.minus(GuessLimit.FORGOTTEN_AFTER));
            return new Tried(
                    old ? 0 : row.getInt(1),
                    row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    boolean isKnown(String account, String address) {
        Instant since = clock.instant().minus(KNOWN_FOR);
        return inTransaction(connection -> {
            try (PreparedStatement statement = prepared(connection, IS_KNOWN, account, address, since);
                    ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Whoever came from the source last knew the password; what lies long back is forgotten with it. */
    void forget(String source) {
        Instant now = clock.instant();
        inTransaction(connection -> execute(connection, FORGET, source, now.minus(GuessLimit.FORGOTTEN_AFTER)));
    }

    /** The last attempt of each source was none of a guesser. */
    void takeBack(List<String> sources) {
        Instant now = clock.instant();
        sources.forEach(source -> inTransaction(connection -> execute(connection, TAKE_BACK, now, source)));
    }

    /** The address is one of the account's from now on. */
    void remember(String account, String address) {
        Instant now = clock.instant();
        inTransaction(connection -> {
            execute(connection, REMEMBER, account, address, now);
            return execute(connection, FORGET_ORIGINS, now.minus(KNOWN_FOR));
        });
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("attempts to sign in cannot be counted", failed);
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
