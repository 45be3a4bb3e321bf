package org.talon.branch.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

/** The catalogue changes while the branch runs. */
@BranchTest
class ApplyAgainTest {

    private static final Path GOOD = Path.of("src/test/resources/catalogue.yaml");

    @Inject
    BranchFixture branch;

    @Inject
    ApplyCatalogue applyCatalogue;

    @Inject
    CurrentCatalogue current;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @AfterEach
    void the_usual_catalogue_again() throws Exception {
        branch.empty();
        apply(Files.readString(GOOD));
    }

    private void apply(String yaml) throws CatalogueMistakes, CatalogueBreaks {
        applyCatalogue.apply(CatalogueReader.read(yaml), yaml);
    }

    private static String without119() throws IOException {
        return Files.readString(GOOD)
                .replaceFirst("(?m)^.*integrationId: \"119\".*\\n", "")
                .replaceFirst("(?m)^ *- product: \"119\"\\n", "");
    }

    @Test
    void the_file_is_applied_by_a_call_of_the_administrator() {
        branch.root()
                .posts("config/apply")
                .then()
                .statusCode(200)
                .body("Applied", is(false))
                .body("Version", greaterThan(0));
        branch.admin().posts("config/apply").then().statusCode(403);
        given().post("/config/apply").then().statusCode(401);
    }

    @Test
    void a_service_that_is_gone_takes_no_tickets_but_keeps_its_history() throws Exception {
        // Given
        var admin = branch.admin();
        var ticket = admin.issues("119", 0).jsonPath();
        var operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/reject").then().statusCode(200);
        // When
        apply(without119());
        // Then
        admin.calls()
                .queryParam("productId", "119")
                .post("/queue/admin/tickets/new")
                .then()
                .statusCode(404);
        admin.gets("queue/admin/tickets/" + ticket.getString("Id")).then().body("Products[0].Name", is("Вклады"));
        var today = branch.newDayAt("12:00").minusDays(1);
        admin.gets("queue/statistics/history?groupBy=product&startDate=" + today + "&endDate=" + today)
                .then()
                .body("find { it.ProductName == 'Вклады' }.Rejected", is(1));
    }

    @Test
    void a_change_that_would_break_open_tickets_is_refused_as_a_whole() throws Exception {
        branch.admin().issue("119");
        String smaller = without119().replace("Окно 1", "Первое окно");

        assertThatExceptionOfType(CatalogueBreaks.class)
                .isThrownBy(() -> apply(smaller))
                .satisfies(broken -> assertThat(broken.objections())
                        .containsExactly("the service \"Вклады\" is gone, but 1 open tickets need it, such as A001"));

        assertThat(current.get().productByAnyName("119")).isPresent();
        assertThat(current.get().workPlaceByClientId("wp-1").orElseThrow().name())
                .isEqualTo("Окно 1");
        branch.admin().issue("119");
    }

    @Test
    void who_would_get_a_ticket_for_a_service_that_another_process_has_just_taken_away_is_asked_to_try_again()
            throws Exception {
        // Given: this process has not heard of it yet
        CurrentCatalogue heardOfNothing = new CurrentCatalogue();
        heardOfNothing.replaceWith(current.get(), current.version());
        apply(without119());
        current.replaceWith(heardOfNothing.get(), heardOfNothing.version());
        // When
        Response answer = branch.admin().calls().queryParam("productId", "119").post("/queue/admin/tickets/new");
        // Then
        answer.then().statusCode(503).header("Retry-After", is("1")).body("Code", is("database-busy"));
        branch.admin().issues("117", 0).then().body("FullNumber", is("A001"));
    }

    @Test
    void a_service_is_not_taken_away_while_somebody_gets_a_ticket_for_it() throws Exception {
        UUID deposits = current.get().productByAnyName("119").orElseThrow().id();
        try (Connection issue = database.getConnection();
                ExecutorService administrator = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            issue.setAutoCommit(false);
            issueWithin(issue, deposits);
            // When
            Future<Void> taken = administrator.submit(() -> {
                apply(without119());
                return null;
            });
            while (!somebodyWaitsForAService(issue)) {
                Thread.onSpinWait();
            }
            issue.commit();
            // Then
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(taken::get)
                    .withMessageContaining("the service \"Вклады\" is gone, but 1 open tickets need it");
        }
        assertThat(current.get().productByAnyName("119")).isPresent();
    }

    private static void issueWithin(Connection transaction, UUID product) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("""
                    with t as (insert into ticket (id, business_date, prefix, number, pin_code, created_at)
                        values (gen_random_uuid(), '2010-01-01', 'A', 1, '000000', now()) returning id)
                    insert into ticket_product (id, ticket_id, product_id, state, priority, created_at, due_at, calls,
                        served_seconds, step, target_seconds)
                    select gen_random_uuid(), id, '%s', 'IN_QUEUE', 0, now(), now(), 0, 0, 0, 900 from t""".formatted(product));
        }
    }

    private static boolean somebodyWaitsForAService(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet waits = statement.executeQuery("select pg_stat_clear_snapshot() is null, exists ("
                        + "select from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query ilike '%from product%for update%')")) {
            waits.next();
            return waits.getBoolean(2);
        }
    }

    @Test
    void a_workplace_that_holds_a_visitor_stays() throws Exception {
        branch.admin().issue("117");
        var operator = branch.operator(4);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/start").then().statusCode(200);
        operator.posts("operation/hold").then().statusCode(200);

        assertThatExceptionOfType(CatalogueBreaks.class)
                .isThrownBy(() -> apply(Files.readString(GOOD).replace("clientId: wp-4,", "clientId: wp-9,")))
                .withMessageContaining("the workplace \"Окно 4\" is gone");
    }

    @Test
    void a_service_that_somebody_waits_for_is_served_somewhere() throws Exception {
        branch.admin().issue("119");
        String servedNowhere = Files.readString(GOOD)
                .replaceAll(
                        "(?m)^(  - \\{clientId: wp-[1245],.*)}$",
                        "$1, products: [\"117\", \"118\", \"120\", \"121\", \"122\", \"123\", \"124\"]}");

        assertThatExceptionOfType(CatalogueBreaks.class)
                .isThrownBy(() -> apply(servedNowhere))
                .withMessageContaining(
                        "no workplace serves \"Вклады\" any more, but 1 open tickets need it, such as A001");
    }

    @Test
    void the_branch_stays_itself_and_where_it_is() throws Exception {
        branch.admin().issue("117");
        String good = Files.readString(GOOD);

        assertThatExceptionOfType(CatalogueBreaks.class)
                .isThrownBy(() -> apply(good.replace("Europe/Berlin", "Europe/Moscow")))
                .withMessageContaining("branch.timeZone: stays Europe/Berlin");
        assertThatExceptionOfType(CatalogueBreaks.class)
                .isThrownBy(() -> apply(good.replace("0d5d1c1f0001", "0d5d1c1f0002")))
                .withMessageContaining("branch.id: this database is that of 3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001");
    }

    @Test
    void who_has_left_the_staff_or_lost_a_role_is_known_no_more() throws Exception {
        var admin = branch.admin();
        var operator = branch.operator(5);
        String good = Files.readString(GOOD);
        apply(good.replaceFirst("(?m)^  - \\{login: op5,.*\\n", "").replace("[HALL_ADMIN]", "[ANALYST]"));

        operator.gets("operation/state").then().statusCode(401).body("Code", is("session-ended"));
        admin.gets("queue/admin/tickets").then().statusCode(401).body("Code", is("bad-token"));

        // and the workplace that he held is free for another
        given().formParam("clientId", "wp-5")
                .formParam("login", "op4")
                .formParam("password", "demo")
                .post("/operation/identify")
                .then()
                .statusCode(200);
    }

    @Test
    void a_token_is_as_good_as_who_works_with_it_now_not_as_who_it_was_made_for() throws Exception {
        // Given: op4 has taken over the workplace at which op5 identified
        var operator = branch.operator(5);
        operator.calls()
                .formParam("login", "op4")
                .formParam("password", "demo")
                .post("operation/login")
                .then()
                .statusCode(200);
        String good = Files.readString(GOOD);
        // When
        apply(good.replaceFirst("(?m)^  - \\{login: op5,.*\\n", ""));
        // Then
        operator.gets("operation/state").then().statusCode(200);
        // When
        apply(good.replaceFirst("(?m)^  - \\{login: op4,.*\\n", ""));
        // Then
        operator.gets("operation/state").then().statusCode(401).body("Code", is("session-ended"));
        operator.posts("operation/invite").then().statusCode(401).body("Code", is("session-ended"));
    }

    @Test
    void an_operator_who_is_one_no_more_does_not_keep_his_workplace() throws Exception {
        branch.operator(5);
        apply(Files.readString(GOOD).replaceFirst("(?m)^(  - \\{login: op5,.*)OPERATOR", "$1ANALYST"));

        given().formParam("clientId", "wp-5")
                .formParam("login", "op4")
                .formParam("password", "demo")
                .post("/operation/identify")
                .then()
                .statusCode(200);
    }

    @Test
    void a_workplace_that_left_the_catalogue_while_somebody_sat_there_can_be_closed() throws Exception {
        // Given
        var operator = branch.operator(5);
        String place = operator.gets("operation/state").jsonPath().getString("WorkPlace.Id");
        apply(Files.readString(GOOD).replaceFirst("(?m)^  - \\{.*clientId: wp-5,.*\\n", ""));
        // When
        branch.admin()
                .posts("queue/admin/workPlaces/" + place + "/close")
                .then()
                .statusCode(200)
                .body("StateName", is("Closed"));
        // Then
        operator.gets("operation/state").then().statusCode(401).body("Code", is("session-ended"));
        branch.admin()
                .posts("queue/admin/workPlaces/" + place + "/close")
                .then()
                .statusCode(404)
                .body("Code", is("work-place-unknown"));
    }

    @Test
    void a_broken_file_is_refused_with_every_line() throws Exception {
        Path file = Path.of("target/apply-again.yaml");
        Files.writeString(file, Files.readString(GOOD).replace("prefix: N,", "prefix: N1,"));
        var resource =
                new ApplyResource(new CatalogueFile(() -> java.util.Optional.of(file), applyCatalogue), current, null);

        assertThatExceptionOfType(org.talon.shared.http.DomainException.class)
                .isThrownBy(resource::apply)
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("catalogue-mistakes");
                    assertThat(refused.errors()).hasSize(1);
                    assertThat(refused.detail()).contains("products[4].prefix").contains("1 to 3 letters");
                });
    }

    @Test
    void another_process_follows_what_was_applied() throws Exception {
        CurrentCatalogue elsewhere = new CurrentCatalogue();
        elsewhere.replaceWith(current.get(), current.version());
        apply(Files.readString(GOOD).replace("Окно 1", "Первое окно"));

        current.replaceWith(elsewhere.get(), elsewhere.version());
        applyCatalogue.follow();

        assertThat(current.get().workPlaceByClientId("wp-1").orElseThrow().name())
                .isEqualTo("Первое окно");
    }
}
