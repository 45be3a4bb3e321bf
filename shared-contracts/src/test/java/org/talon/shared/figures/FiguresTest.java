package org.talon.shared.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talon.shared.figures.Figures.Now;
import org.talon.shared.wire.WireFormat;

class FiguresTest {

    @Test
    void a_period_gone_by_has_nobody_waiting_in_it() {
        Figures figures = Figures.ofPeriod(new Tally().issue());

        assertThat(figures.issued()).isEqualTo(1);
        assertThat(figures.booked()).isNull();
        assertThat(figures.waiting()).isNull();
        assertThat(figures.invited()).isNull();
        assertThat(figures.operating()).isNull();
        assertThat(figures.held()).isNull();
        assertThat(figures.longestCurrentWaitSeconds()).isNull();
    }

    @Test
    void the_mean_of_nothing_is_null_and_not_zero() {
        Figures figures = Figures.of(new Tally(), Now.NOBODY);

        assertThat(figures.waitSumSeconds()).isZero();
        assertThat(figures.waitCount()).isZero();
        assertThat(figures.averageWaitSeconds()).isNull();
        assertThat(figures.maxWaitSeconds()).isNull();
        assertThat(figures.p50WaitSeconds()).isNull();
        assertThat(figures.p90WaitSeconds()).isNull();
        assertThat(figures.withinTargetPercent()).isNull();
        assertThat(figures.averageServiceSeconds()).isNull();
        assertThat(figures.waiting()).isZero();
    }

    @Test
    void a_wait_of_no_time_is_zero_and_not_null() {
        Figures figures = Figures.ofPeriod(new Tally().call(0, true));

        assertThat(figures.maxWaitSeconds()).isZero();
        assertThat(figures.p50WaitSeconds()).isZero();
        assertThat(figures.averageWaitSeconds()).isEqualByComparingTo("0");
        assertThat(figures.withinTargetPercent()).isEqualByComparingTo("100");
    }

    @Test
    void averages_and_percents_are_rounded_half_up_to_two_digits() {
        Tally thirds = new Tally().call(0, true).call(0, true).call(100, false);
        Tally eighths = new Tally().complete(1);
        for (int i = 0; i < 7; i++) {
            eighths.complete(0);
        }

        assertThat(Figures.ofPeriod(thirds).averageWaitSeconds()).hasToString("33.33");
        assertThat(Figures.ofPeriod(thirds).withinTargetPercent()).hasToString("66.67");
        assertThat(Figures.ofPeriod(eighths).averageServiceSeconds()).hasToString("0.13");
    }

    @Test
    void today_says_who_is_where_at_this_moment() {
        Figures figures = Figures.of(new Tally(), new Now(1, 2, 3, 4, 5, 60L));

        assertThat(List.of(
                        figures.booked(),
                        figures.waiting(),
                        figures.invited(),
                        figures.operating(),
                        figures.held(),
                        figures.longestCurrentWaitSeconds()))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 60L);
    }

    @Test
    void halls_add_up_and_the_longest_wait_is_the_longest_of_any() {
        Now one = new Now(1, 2, 3, 4, 5, 60L);
        Now other = new Now(10, 20, 30, 40, 50, 90L);

        assertThat(one.plus(other)).isEqualTo(new Now(11, 22, 33, 44, 55, 90L)).isEqualTo(other.plus(one));
        assertThat(one.plus(Now.NOBODY)).isEqualTo(one).isEqualTo(Now.NOBODY.plus(one));
        assertThat(Now.NOBODY.plus(Now.NOBODY)).isEqualTo(Now.NOBODY);
    }

    @Test
    void figures_stand_on_the_wire_by_the_names_of_the_contract() {
        ObjectMapper json = WireFormat.apply(JsonMapper.builder().build());
        List<String> keys = new ArrayList<>();

        json.valueToTree(Figures.ofPeriod(new Tally())).fieldNames().forEachRemaining(keys::add);

        assertThat(keys)
                .containsExactly(
                        "Issued",
                        "Booked",
                        "Waiting",
                        "Invited",
                        "Operating",
                        "Held",
                        "Completed",
                        "Rejected",
                        "Cancelled",
                        "Redirected",
                        "Expired",
                        "WaitSumSeconds",
                        "WaitCount",
                        "AverageWaitSeconds",
                        "MaxWaitSeconds",
                        "P50WaitSeconds",
                        "P90WaitSeconds",
                        "WithinTarget",
                        "WithinTargetPercent",
                        "ServiceSumSeconds",
                        "ServiceCount",
                        "AverageServiceSeconds",
                        "LongestCurrentWaitSeconds");
    }
}
