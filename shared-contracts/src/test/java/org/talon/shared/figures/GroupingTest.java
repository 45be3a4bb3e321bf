package org.talon.shared.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.shared.figures.Grouping.By;

class GroupingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID USER = new UUID(0, 3);
    private static final UUID PLACE = new UUID(0, 4);

    @Test
    void figures_of_one_group_add_up() {
        Grouping grouping = new Grouping(EnumSet.of(By.DAY));

        grouping.of(ONE).accept(key(MONDAY, 9, ONE), new Tally().issue());
        grouping.of(TWO).accept(key(MONDAY, 10, TWO), new Tally().issue());
        grouping.of(ONE).accept(key(TUESDAY, 9, ONE), new Tally().issue());

        assertThat(grouping.groups().keySet()).containsExactly(dayOnly(MONDAY), dayOnly(TUESDAY));
        assertThat(grouping.groups().get(dayOnly(MONDAY)).counts().issued()).isEqualTo(2);
        assertThat(grouping.groups().get(dayOnly(TUESDAY)).counts().issued()).isEqualTo(1);
    }

    @Test
    void what_is_not_grouped_by_is_null_in_the_key() {
        Grouping all = new Grouping(EnumSet.allOf(By.class));
        Grouping none = new Grouping(Set.of());
        FigureKey served = new FigureKey(MONDAY, 9, TWO, USER, PLACE);

        all.of(ONE).accept(served, new Tally());
        none.of(ONE).accept(served, new Tally());

        assertThat(all.groups().keySet()).containsExactly(new Grouping.Key(MONDAY, 9, ONE, TWO, USER, PLACE));
        assertThat(none.groups().keySet()).containsExactly(new Grouping.Key(null, null, null, null, null, null));
    }

    @Test
    void groups_come_by_date_then_hour_then_branch_then_service() {
        Grouping grouping = new Grouping(EnumSet.of(By.DAY, By.HOUR, By.SERVER, By.PRODUCT));

        grouping.of(TWO).accept(key(MONDAY, 9, ONE), new Tally());
        grouping.of(ONE).accept(key(TUESDAY, 8, ONE), new Tally());
        grouping.of(ONE).accept(key(MONDAY, 10, ONE), new Tally());
        grouping.of(ONE).accept(key(MONDAY, 9, TWO), new Tally());
        grouping.of(ONE).accept(key(MONDAY, 9, ONE), new Tally());

        assertThat(grouping.groups().keySet())
                .containsExactly(
                        new Grouping.Key(MONDAY, 9, ONE, ONE, null, null),
                        new Grouping.Key(MONDAY, 9, ONE, TWO, null, null),
                        new Grouping.Key(MONDAY, 9, TWO, ONE, null, null),
                        new Grouping.Key(MONDAY, 10, ONE, ONE, null, null),
                        new Grouping.Key(TUESDAY, 8, ONE, ONE, null, null));
    }

    @Test
    void what_nobody_served_comes_before_what_someone_did() {
        Grouping grouping = new Grouping(EnumSet.of(By.USER));

        grouping.of(null).accept(new FigureKey(MONDAY, 9, ONE, USER, PLACE), new Tally().complete(10));
        grouping.of(null).accept(key(MONDAY, 9, ONE), new Tally().issue());

        assertThat(grouping.groups().keySet())
                .containsExactly(
                        new Grouping.Key(null, null, null, null, null, null),
                        new Grouping.Key(null, null, null, null, USER, null));
    }

    @Test
    void names_are_read_in_any_case_and_any_order() {
        assertThat(Grouping.parse(List.of("WORKPLACE", "day", "Day"), EnumSet.allOf(By.class)))
                .isEqualTo(EnumSet.of(By.DAY, By.WORK_PLACE));
        assertThat(Grouping.parse(List.of(), EnumSet.allOf(By.class))).isEmpty();
    }

    @Test
    void an_unknown_name_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> Grouping.parse(List.of("day", "week"), EnumSet.complementOf(EnumSet.of(By.SERVER))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected some of day, hour, product, user, workPlace");
    }

    @Test
    void a_name_that_is_not_offered_here_is_unknown() {
        assertThatThrownBy(() -> Grouping.parse(List.of("server"), EnumSet.of(By.DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected some of day");
    }

    private static FigureKey key(LocalDate date, int hour, UUID product) {
        return new FigureKey(date, hour, product, null, null);
    }

    private static Grouping.Key dayOnly(LocalDate date) {
        return new Grouping.Key(date, null, null, null, null, null);
    }
}
