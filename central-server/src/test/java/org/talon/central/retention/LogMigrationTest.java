package org.talon.central.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talon.local.testing.TalonTestBackend;
import org.talon.local.testing.TestPostgres;

/** A centre that has a log already keeps all of it when the log is divided into months. */
class LogMigrationTest {

    private static final int BEFORE_MONTHS = 17;
    private static final String EVENTS =
            "select branch_id, epoch, seq, event_id, type, business_date, data, received_at from event_log order by seq";

    @Test
    void what_is_in_the_log_stays_in_it_month_by_month() throws Exception {
        TestPostgres postgres = TalonTestBackend.postgres();
        try (Connection connection =
                        DriverManager.getConnection(postgres.newDatabase(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            // Given
            for (Path migration : migrations(0, BEFORE_MONTHS)) {
                statement.execute(Files.readString(migration));
            }
            statement.execute("""
                    insert into event_log (branch_id, epoch, seq, event_id, type, version, occurred_at, business_date,
                                           business_hour, data, received_at)
                    select '3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001', 1, n, gen_random_uuid(),
                           (array['TicketIssued', 'SurveyFinished', 'FromTheFuture'])[1 + n % 3], 1, now(),
                           (array[date '2026-10-31', date '2026-11-01', date '9999-12-31'])[1 + n % 3], 10,
                           jsonb_build_object('N', n), now()
                    from generate_series(1, 30) n""");
            List<String> before = rows(statement, EVENTS);
            // When
            for (Path migration : migrations(BEFORE_MONTHS, Integer.MAX_VALUE)) {
                statement.execute(Files.readString(migration));
            }
            // Then
            assertThat(rows(statement, EVENTS)).hasSize(30).isEqualTo(before);
            assertThat(rows(statement, "select tableoid::regclass, count(*) from event_log group by 1 order by 1"))
                    .containsExactlyInAnyOrder("event_log_default 10", "event_log_2026_10 10", "event_log_2026_11 10");
            assertThat(rows(statement, "select distinct type from event_log where personal order by 1"))
                    .containsExactly("FromTheFuture", "SurveyFinished");
        }
    }

    private static List<Path> migrations(int from, int before) throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.filter(file -> version(file) >= from && version(file) < before)
                    .sorted(Comparator.comparingInt(LogMigrationTest::version))
                    .toList();
        }
    }

    private static int version(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder(row.getString(1));
                for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                    text.append(' ').append(row.getString(column));
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }
}
