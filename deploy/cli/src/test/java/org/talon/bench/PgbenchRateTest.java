package org.talon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talon.report.CannotRun;

class PgbenchRateTest {
    private static final List<String> ISSUE = List.of(
            "begin",
            "with free as ( select pin from …",
            "insert into ticket (business_date,closed_at) values ($1,$2)",
            "insert into ticket_product (activated_at) values ($1)",
            "insert into outbox (event_id) values ($1)",
            "commit",
            "select count(*) from ticket_product tp1_0 where tp1_0.state=$1");

    @Test
    void pgbench_is_told_what_a_branch_tells_its_database() {
        assertThat(PgbenchRate.shapes()).hasSameSizeAs(ISSUE);
        assertThatCode(() -> PgbenchRate.requireSameAs(ISSUE)).doesNotThrowAnyException();
    }

    @Test
    void a_branch_that_says_more_than_the_script_stops_the_bench() {
        List<String> more = new ArrayList<>(ISSUE);
        more.add(5, "update ticket set number=$1");
        assertThatThrownBy(() -> PgbenchRate.requireSameAs(more))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("mend issue.sql");
    }
}
