package org.talon.branch.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.outbox.DayRecords;
import org.talon.branch.survey.SurveyFixture;
import org.talon.branch.survey.SurveyFixture.TestConsole;
import org.talon.shared.event.DayDigest;

/** What visitors said of themselves is forgotten when its time is over, and no figure changes. */
@BranchTest
class RetentionTest {

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    @Inject
    KeepTime keepTime;

    @Inject
    DayRecords records;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private final String secret = "Anna " + UUID.randomUUID().toString().substring(0, 8);
    private LocalDate today;

    @BeforeEach
    void a_visitor_who_says_who_she_is_everywhere() throws Exception {
        branch.empty();
        surveys.begin();
        today = branch.newDayAt("09:00");
        Person admin = branch.admin();
        issue(admin);
        Person operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        branch.passes(60);
        operator.posts("operation/complete").then().statusCode(200);
        run("update ticket set booked_by = '" + secret + "'");
        TestConsole console = surveys.console("survey-2");
        console.begins();
        console.answers("value", 5);
        console.chooses(1);
        console.answers("text", secret);
    }

    private void issue(Person admin) {
        String field = admin.gets("config/products")
                .jsonPath()
                .getString("find { it.IntegrationId == '120' }.RequiredFields.find { it.Name == 'Фамилия' }.Id");
        admin.calls()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "productId",
                        "120",
                        "dataFields",
                        List.of(Map.of("ProductRequiredFieldTypeId", field, "Value", secret))))
                .post("/queue/admin/tickets/new")
                .then()
                .statusCode(200);
    }

    @Test
    void once_its_time_is_over_it_is_nowhere_but_in_the_log_which_has_its_own_time() throws Exception {
        // Given
        assertThat(wherever(secret)).containsExactlyInAnyOrder("ticket", "ticket_product", "survey_answer", "outbox");
        DayDigest.Sums before = figures();
        // When: and again
        keepTime.forgetAllOf(today.plusDays(1));
        keepTime.forgetAllOf(today.plusDays(1));
        // Then
        assertThat(wherever(secret)).containsExactly("outbox");
        assertThat(count("select count(*) from ticket where pin_code <> ''")).isZero();
        assertThat(figures()).isEqualTo(before);
        assertThat(before.completed()).isEqualTo(1);
    }

    @Test
    void what_is_young_enough_stays() throws Exception {
        keepTime.forgetAllOf(today);
        keepTime.look();

        assertThat(wherever(secret)).contains("ticket", "ticket_product", "survey_answer");
    }

    @Test
    void a_ticket_that_is_open_is_not_forgotten_however_old_it_is() throws Exception {
        branch.empty();
        issue(branch.admin());

        keepTime.forgetAllOf(today.plusYears(1));

        assertThat(wherever(secret)).contains("ticket_product");
    }

    @Test
    void what_was_done_is_told_in_numbers_and_done_by_one_process_at_a_time() throws Exception {
        // Given
        double before = forgotten();
        try (Connection another = database.getConnection();
                Statement statement = another.createStatement()) {
            another.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('talon.retention'))");
            // When
            keepTime.forgetAllOf(today.plusDays(1));
            // Then
            assertThat(forgotten()).isEqualTo(before);
            assertThat(wherever(secret)).contains("ticket");
            another.rollback();
        }
        keepTime.forgetAllOf(today.plusDays(1));
        assertThat(forgotten()).isEqualTo(before + 1);
    }

    private double forgotten() {
        return metrics.counter("talon.retention.forgotten", "what", "tickets").count();
    }

    private DayDigest.Sums figures() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return records.of(today, connection);
        }
    }

    /** Every table in which it stands, in whatever column. */
    private List<String> wherever(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : texts("select relname from pg_class where relkind in ('r', 'p')"
                + " and not relispartition and relnamespace = 'public'::regnamespace")) {
            if (count("select count(*) from " + table + " t where strpos(t::text, '" + text + "') > 0") > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
