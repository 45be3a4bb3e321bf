package org.talon.central.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talon.central.inbox.Tables;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;

/** The log lies in partitions by month, whatever dates come, and one number is in once. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class LogMonthsTest {

    private static final Instant AT = Instant.parse("2031-05-10T06:30:00Z");

    @Inject
    LogMonths months;

    private final TestBranch branch = TestBranch.in("Europe/Moscow");

    @Test
    void what_came_before_its_month_was_made_moves_there_and_the_rest_follows() throws Exception {
        // Given
        branch.serves(AT, 60, 300);
        assertThat(partitions()).containsExactly("event_log_default 4");
        // When
        assertThat(months.make(branch.dateOf(AT))).isTrue();
        branch.serves(AT.plusSeconds(3_600), 60, 300);
        // Then
        assertThat(partitions()).containsExactly("event_log_2031_05 8");
        assertThat(months.make(branch.dateOf(AT))).isFalse();
    }

    @Test
    void the_date_of_a_clock_that_is_wrong_by_years_keeps_no_event_out() {
        branch.serves(Instant.parse("9999-12-30T06:30:00Z"), 60, 300);
        branch.serves(Instant.parse("1969-07-20T20:17:00Z"), 60, 300);

        assertThat(partitions()).containsExactly("event_log_default 8");
        assertThat(Tables.value("select sum(completed) from rollup where branch_id = ?", branch.id))
                .isEqualTo("2");
    }

    @Test
    void a_number_is_in_once_whatever_its_date() {
        branch.serves(AT, 60, 300);

        assertThatThrownBy(() -> copied("business_date + 100")).rootCause().hasMessageContaining("is in already");
        assertThatThrownBy(() -> copied("business_date")).rootCause().hasMessageContaining("_pk");
        assertThat(partitions()).hasSize(1).allMatch(partition -> partition.endsWith(" 4"));
    }

    private void copied(String date) {
        Tables.execute("""
                insert into event_log (branch_id, epoch, seq, event_id, type, version, occurred_at, business_date,
                                       business_hour, data, received_at)
                select branch_id, epoch, seq, gen_random_uuid(), type, version, occurred_at, %s, business_hour, data,
                       received_at
                from event_log where branch_id = ? and seq = 3""".formatted(date), branch.id);
    }

    private List<String> partitions() {
        return Tables.rows(
                "select tableoid::regclass, count(*) from event_log where branch_id = ? group by 1 order by 1",
                branch.id);
    }
}
