package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchTest;
import org.talon.shared.event.EventEnvelope;

@BranchTest
class OutboxLogTest {

    private static final int EPOCH = 1;
    private static final int MANY = 1_000_000;

    @Inject
    AgroalDataSource database;

    @Inject
    OutboxLog log;

    @Test
    void what_is_appended_after_a_commit_is_numbered_after_it_even_where_its_transaction_began_first()
            throws Exception {
        // Given: an invite has begun, then a stranger, then the issue, which alone is over
        try (Transaction invite = new Transaction();
                Transaction stranger = new Transaction();
                Transaction issue = new Transaction()) {
            issue.append("IssueForTest");
            issue.commit();
            // When: the invite sees the ticket and calls, and a window is sealed while the stranger still runs
            invite.append("InviteForTest");
            invite.commit();
            log.seal();
            stranger.commit();
        }
        log.seal();
        // Then
        assertThat(log.read(EPOCH, 1, MANY))
                .extracting(EventEnvelope::type)
                .containsSubsequence("IssueForTest", "InviteForTest");
    }

    @Test
    void a_reading_goes_over_windows_and_begins_and_ends_in_the_middle_of_one() throws Exception {
        // Given: windows of one, three and two events
        log.seal();
        long before = log.state().sealedSeq();
        for (List<String> window : List.of(List.of("a"), List.of("b", "c", "d"), List.of("e", "f"))) {
            try (Transaction transaction = new Transaction()) {
                for (String type : window) {
                    transaction.append(type);
                }
                transaction.commit();
            }
            log.seal();
        }
        // When
        List<EventEnvelope> read = log.read(EPOCH, before + 3, 3);
        // Then
        assertThat(read).extracting(EventEnvelope::type).containsExactly("c", "d", "e");
        assertThat(read).extracting(EventEnvelope::seq).containsExactly(before + 3, before + 4, before + 5);
        assertThat(log.read(EPOCH, before + 6, MANY))
                .extracting(EventEnvelope::type)
                .containsExactly("f");
        assertThat(log.read(EPOCH, before + 7, MANY)).isEmpty();
        assertThat(log.read(EPOCH, 1, MANY)).hasSize((int) before + 6);
    }

    /** A transaction that has its id from the first. */
    private final class Transaction implements AutoCloseable {

        private final Connection connection = database.getConnection();

        Transaction() throws SQLException {
            connection.setAutoCommit(false);
            run("select pg_current_xact_id()");
        }

        void append(String type) throws SQLException {
            run("insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)"
                    + " values (gen_random_uuid(), '" + type + "', 1, now(), current_date, 0, '{}')");
        }

        void commit() throws SQLException {
            connection.commit();
        }

        private void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
