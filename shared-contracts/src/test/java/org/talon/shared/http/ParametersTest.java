package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException.FieldError;
import org.talon.shared.http.DomainException.Kind;

class ParametersTest {

    private final Parameters parameters = new Parameters();

    @Test
    void names_are_known_in_any_case() {
        parameters.add("ProductID", "117");

        assertThat(parameters.text("productId")).contains("117");
        assertThat(parameters.requiredText("PRODUCTID")).isEqualTo("117");
    }

    @Test
    void the_first_value_that_is_not_blank_counts_and_is_trimmed() {
        parameters.add("name", "  ");
        parameters.add("NAME", " Anna ");
        parameters.add("name", "Boris");

        assertThat(parameters.text("name")).contains("Anna");
    }

    @Test
    void blank_is_as_good_as_absent() {
        parameters.add("name", " \t ");

        assertThat(parameters.text("name")).isEmpty();
        assertThat(parameters.text("other")).isEmpty();
        refused(() -> parameters.requiredText("name"), "name", "is required");
        refused(() -> parameters.requiredText("other"), "other", "is required");
    }

    @Test
    void a_secret_is_taken_to_the_letter() {
        parameters.add("password", "  not trimmed ");
        parameters.add("empty", "");

        assertThat(parameters.secret("password")).isEqualTo("  not trimmed ");
        refused(() -> parameters.secret("empty"), "empty", "is required");
        refused(() -> parameters.secret("absent"), "absent", "is required");
    }

    @Test
    void a_list_is_repeated_or_comma_separated_or_both() {
        parameters.add("groupBy", "day, hour,,");
        parameters.add("groupby", "product");

        assertThat(parameters.list("groupBy")).containsExactly("day", "hour", "product");
        assertThat(parameters.list("absent")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-100", "0", "100", " 7 "})
    void a_whole_number_within_its_bounds_is_taken(String value) {
        parameters.add("priority", value);

        assertThat(parameters.integer("priority", -100, 100)).contains(Integer.parseInt(value.strip()));
        assertThat(parameters.requiredInteger("priority", -100, 100)).isEqualTo(Integer.parseInt(value.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-101", "101", "1.5", "ten", "1e2", "99999999999", "--1", "0x10"})
    void any_other_number_is_refused_with_what_was_expected(String value) {
        parameters.add("priority", value);

        refused(
                () -> parameters.integer("priority", -100, 100),
                "priority",
                "expected a whole number from -100 to 100");
    }

    @Test
    void a_number_may_be_absent_unless_it_is_required() {
        assertThat(parameters.integer("priority", -100, 100)).isEmpty();
        refused(() -> parameters.requiredInteger("priority", -100, 100), "priority", "is required");
    }

    @Test
    void a_guid_is_taken_in_any_case() {
        parameters.add("id", "0F8FAD5B-d9cb-469f-A165-70867728950e");

        assertThat(parameters.guid("id")).contains(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));
        assertThat(parameters.guid("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "0f8fad5b-d9cb-469f-a165-7086772895",
                "0f8fad5b-d9cb-469f-a165-70867728950e0",
                "0f8fad5bd9cb469fa16570867728950e",
                "{0f8fad5b-d9cb-469f-a165-70867728950e}",
                "0g8fad5b-d9cb-469f-a165-70867728950e",
                "117"
            })
    void what_is_no_guid_is_refused_even_where_java_would_take_it(String value) {
        parameters.add("id", value);

        refused(() -> parameters.guid("id"), "id", "expected a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    @Test
    void one_text_stands_for_all_of_them_however_they_were_written() {
        parameters.add("Priority", " 5 ");
        parameters.add("productId", "117");
        parameters.add("productid", "118");
        parameters.add("name", " ");

        assertThat(parameters.canonical()).isEqualTo("priority=5&productid=117&productid=118");
        assertThat(Parameters.none().canonical()).isEmpty();
    }

    @Test
    void no_value_looks_like_two() {
        parameters.add("a", "1&b=2");

        assertThat(parameters.canonical()).isEqualTo("a=1%26b%3D2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03.02.2026", "3.2.2026", "03.2.2026", "3.02.2026", "2026-02-03"})
    void a_date_is_taken_in_every_style(String value) {
        parameters.add("startDate", value);

        assertThat(parameters.requiredDate("startDate")).isEqualTo(LocalDate.of(2026, 2, 3));
    }

    @Test
    void the_leap_day_is_a_date_in_leap_years_only() {
        assertThat(Parameters.date("date", "29.2.2028")).isEqualTo(LocalDate.of(2028, 2, 29));
        refusedDate("29.2.2026");
        refusedDate("2026-02-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.4.2026",
                "1.13.2026",
                "0.1.2026",
                "03.02.26",
                "3.2.2026 ",
                ".2.2026",
                "3/2/2026",
                "2026-2-3",
                "2026-02-03T10:00",
                "20260203",
                "today",
                "+999999999-12-31",
                "-2026-02-03",
                "3.2.+99999",
                "3.2.-2026"
            })
    void what_is_no_date_is_refused(String value) {
        refusedDate(value);
    }

    @Test
    void a_date_that_is_required_may_not_be_absent() {
        refused(() -> parameters.requiredDate("startDate"), "startDate", "is required");
    }

    @Test
    void a_range_of_dates_includes_both_ends_and_may_be_one_day() {
        parameters.add("startDate", "23.11.2026");
        parameters.add("endDate", "2026-11-23");

        assertThat(DateRange.of(parameters))
                .isEqualTo(new DateRange(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23)));
    }

    @Test
    void a_range_of_dates_does_not_go_backwards() {
        parameters.add("startDate", "24.11.2026");
        parameters.add("endDate", "23.11.2026");

        refused(() -> DateRange.of(parameters), "endDate", "expected no earlier a date than startDate");
    }

    private static void refusedDate(String value) {
        refused(() -> Parameters.date("date", value), "date", "expected a date such as 23.11.2026 or 2026-11-23");
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field, String message) {
        assertThatThrownBy(call).isInstanceOf(DomainException.class);
        DomainException refusal = catchThrowableOfType(DomainException.class, call);
        assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refusal.code()).isEqualTo("bad-parameter");
        assertThat(refusal.errors()).containsExactly(new FieldError(field, message));
    }
}
