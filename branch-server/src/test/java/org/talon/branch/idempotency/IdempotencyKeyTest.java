package org.talon.branch.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.shared.time.Ids;

@BranchTest
class IdempotencyKeyTest {

    private static final String NEW = "/queue/admin/tickets/new";
    private static final String HEADER = "Idempotency-Key";
    private static final String REPEATED = "Idempotent-Replayed";

    @Inject
    BranchFixture branch;

    @Inject
    EntityManager database;

    @Inject
    Ids ids;

    Person admin;
    String key;

    @BeforeEach
    void an_empty_hall_and_a_new_key() {
        branch.empty();
        admin = branch.admin();
        key = ids.next().toString();
    }

    @Test
    void the_same_key_gives_the_same_ticket_and_one_number_is_used() {
        Response first = issue("117");
        first.then().statusCode(200).body("FullNumber", is("A001")).header(REPEATED, nullValue());

        Response again = issue("117");

        again.then().statusCode(200).header(REPEATED, "true").contentType(equalTo(first.contentType()));
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        admin.issues("117", 0).then().body("FullNumber", is("A002")).contentType(equalTo(first.contentType()));
    }

    @Test
    void a_call_is_the_same_under_both_prefixes_with_a_last_slash_and_wherever_its_parameters_stand() {
        Response first = keyed(admin)
                .queryParam("productId", "117")
                .queryParam("priority", "3")
                .post(NEW);
        first.then().statusCode(200);

        keyed(admin)
                .formParam("PRIORITY", "3")
                .formParam("productid", "117")
                .post("/api/1" + NEW + "/")
                .then()
                .header(REPEATED, "true")
                .body(equalTo(first.asString()));
    }

    @Test
    void sixteen_calls_at_once_with_one_key_are_one_call() throws Exception {
        List<Response> answers = allAtOnce(Collections.nCopies(16, () -> issue("117")));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers)
                .filteredOn(answer -> answer.header(REPEATED) == null)
                .hasSize(1);
        admin.issues("117", 0).then().body("FullNumber", is("A002"));
    }

    @Test
    void another_caller_with_the_same_key_is_not_met() {
        issue("117").then().statusCode(200);
        issueWithoutKey();
        // When: two operators come with the administrator's key
        var one = keyed(branch.operator(1)).post("/operation/invite");
        var two = keyed(branch.operator(2)).post("/operation/invite");
        // Then
        one.then().statusCode(200).body("Ticket.FullNumber", is("A001"));
        two.then().statusCode(200).body("Ticket.FullNumber", is("A002"));
    }

    @Test
    void an_operator_who_sits_down_anew_is_another_caller() {
        issueWithoutKey();
        var before = branch.operator(1);
        keyed(before).post("/operation/invite").then().statusCode(200);
        before.posts("operation/reject").then().statusCode(200);
        before.posts("operation/logout").then().statusCode(200);

        keyed(branch.operator(1))
                .post("/operation/invite")
                .then()
                .statusCode(404)
                .header(REPEATED, nullValue());
    }

    @Test
    void the_same_key_with_another_call_is_refused() {
        issue("117").then().statusCode(200);

        issue("118").then().statusCode(422).body("Code", is("idempotency-key-reused"));
        String ticket = ids.next().toString();
        keyed(admin)
                .post("/queue/admin/tickets/" + ticket + "/" + ticket + "/cancel")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("Code", is("idempotency-key-reused"));
        issue("117").then().statusCode(200).header(REPEATED, "true");
    }

    @Test
    void after_24_hours_a_key_begins_anew() {
        Response first = issue("117");

        branch.passes(Duration.ofHours(24).toSeconds());
        issue("117").then().body(equalTo(first.asString()));

        branch.passes(1);
        issue("118").then().statusCode(200).header(REPEATED, nullValue()).body("Prefix", is("B"));
        issue("118").then().statusCode(200).header(REPEATED, "true");
    }

    @Test
    void what_was_refused_is_not_done_by_a_late_duplicate() {
        // Given
        var operator = branch.operator(1);
        Response refusal = keyed(operator).post("/operation/invite");
        refusal.then().statusCode(404).body("Code", is("queue-empty")).header(REPEATED, nullValue());
        operator.posts("operation/invite").then().statusCode(404).contentType(equalTo(refusal.contentType()));
        // When
        issueWithoutKey();
        Response late = keyed(operator).header("Accept-Language", "en").post("/operation/invite");
        // Then
        late.then()
                .statusCode(404)
                .contentType(equalTo(refusal.contentType()))
                .header(REPEATED, "true")
                .body(equalTo(refusal.asString()));
        operator.posts("operation/invite").then().statusCode(200);
    }

    @Test
    void a_call_that_is_malformed_or_not_allowed_is_judged_each_time_and_not_kept() {
        long kept = kept();

        keyed(admin).post(NEW).then().statusCode(400).body("Errors[0].Field", is("productId"));
        keyed(branch.operator(1))
                .queryParam("productId", "117")
                .post(NEW)
                .then()
                .statusCode(403);
        given().header(HEADER, key)
                .queryParam("productId", "117")
                .post(NEW)
                .then()
                .statusCode(401)
                .body("Code", is("no-token"));

        assertThat(kept()).isEqualTo(kept);
        issue("117").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void a_key_that_is_none_is_refused_by_name_and_nothing_is_done(int length) {
        key = "k".repeat(length);

        issue("117").then().statusCode(400).body("Errors[0].Field", is(HEADER));

        admin.issues("117", 0).then().body("FullNumber", is("A001"));
    }

    @Test
    void two_keys_at_once_are_none() {
        keyed(admin)
                .header(HEADER, "another")
                .queryParam("productId", "117")
                .post(NEW)
                .then()
                .statusCode(400);
    }

    @Test
    void without_a_key_and_for_reading_nothing_is_kept() {
        long kept = kept();

        issueWithoutKey();
        keyed(admin).get("/queue/admin/tickets").then().statusCode(200);

        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void no_token_lies_in_the_database() {
        long kept = kept();

        for (int time = 0; time < 2; time++) {
            given().header(HEADER, key)
                    .post("/queue/admin/login/admin/admin-demo")
                    .then()
                    .statusCode(200)
                    .header(REPEATED, nullValue());
            given().header(HEADER, key)
                    .post("/operation/identify/wp-1/op1/demo")
                    .then()
                    .statusCode(200);
        }

        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void an_operator_may_repeat_each_step_and_even_the_logout_that_killed_his_token() {
        issueWithoutKey();
        var operator = branch.operator(1);
        for (String step : List.of("invite", "start", "complete", "logout")) {
            key = ids.next().toString();
            Response first = keyed(operator).post("/operation/" + step);
            first.then().statusCode(200);
            keyed(operator)
                    .post("/operation/" + step)
                    .then()
                    .statusCode(200)
                    .header(REPEATED, "true")
                    .body(equalTo(first.asString()));
        }
        operator.gets("operation/state").then().statusCode(401);
    }

    private RequestSpecification keyed(Person person) {
        return person.calls().header(HEADER, key);
    }

    private Response issue(String product) {
        return keyed(admin).queryParam("productId", product).post(NEW);
    }

    private void issueWithoutKey() {
        admin.issues("117", 0);
    }

    private long kept() {
        return Long.parseLong(onlyValue("select count(*) from idempotency_key"));
    }

    private String onlyValue(String query) {
        return String.valueOf(database.createNativeQuery(query).getSingleResult());
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var hands = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> done : hands.invokeAll(work)) {
                results.add(done.get());
            }
        }
        return results;
    }
}
