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
            "insert into ticket (at_work_place,booked_by,business_date,closed_at,created_at,number,pin_code,prefix,"
                    + "unconfirmed_until,id) values ($1,…)",
            "insert into ticket_product (activated_at,booked_for,calls,chain,created_at,data_fields,due_at,ended_at,"
                    + "first_called_at,first_called_user_id,first_called_work_place_id,invited_at,issued,last_called_at,late,"
                    + "operating_at,priority,product_id,queued_at,return_product_id,return_work_place_id,served_seconds,state,"
                    + "step,target_seconds,ticket_id,to_user_id,to_work_place_id,user_id,waited_seconds,within_target,"
                    + "work_place_id,id) values ($1,…)",
            "insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data) values ($1,…)",
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

    @Test
    void a_branch_that_writes_another_column_stops_the_bench() {
        List<String> other = new ArrayList<>(ISSUE);
        other.replaceAll(statement -> statement.replace("target_seconds,", "target_minutes,"));
        assertThatThrownBy(() -> PgbenchRate.requireSameAs(other))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("target_minutes");
    }
}
