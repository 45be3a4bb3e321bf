package org.talon.branch.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.openapi.ApiDocument.Operation;
import org.talon.shared.identity.Role;
import org.talon.shared.time.Ids;

/** What calls refuse alike, whatever they do: held for every call that is described with it. */
@BranchTest
class EveryCallRefusesTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final String NOBODYS = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String KEY = "Idempotency-Key";

    /** What each parameter of a path may be; whatever is not named is an id that nobody has. */
    private static final Map<String, String> IN_PATH = Map.ofEntries(
            Map.entry("clientId", "wp-1"),
            Map.entry("login", "op1"),
            Map.entry("password", "demo"),
            Map.entry("productId", "117"),
            Map.entry("menuLinkId", "117"),
            Map.entry("date", "2027-01-05"),
            Map.entry("time", "10:00"),
            Map.entry("pinCode", "none"),
            Map.entry("userIdentity", "anna"));

    @Inject
    BranchFixture branch;

    @Inject
    Ids ids;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
    }

    @Test
    void who_shows_no_token_is_told_to_sign_in() {
        assertThat(callsThatRefuse("no-token"))
                .hasSize(callsForRoles().size())
                .allSatisfy(call -> refused(send(call, given()), 401, "no-token"));
    }

    @Test
    void a_token_that_is_not_ours_is_no_token() {
        assertThat(callsThatRefuse("bad-token"))
                .hasSize(callsForRoles().size())
                .allSatisfy(call -> refused(
                        send(call, given().header("Authorization", "eyJhbGciOiJub25lIn0.e30.")), 401, "bad-token"));
    }

    @Test
    void a_role_opens_its_own_calls_only() {
        Map<String, Person> everybody = everybody();

        assertThat(callsThatRefuse("wrong-role"))
                .hasSize(callsForRoles().size())
                .allSatisfy(call -> assertThat(everybody).allSatisfy((role, person) -> {
                    if (!rolesOf(call).contains(role)) {
                        refused(send(call, person.calls()), 403, "wrong-role");
                    }
                }));
    }

    @Test
    void the_token_of_a_session_that_ended_is_dead_for_every_call() {
        Person gone = branch.operator(1);
        gone.posts("operation/logout").then().statusCode(200);

        assertThat(callsThatRefuse("session-ended"))
                .hasSize((int) callsForRoles().stream()
                        .filter(call -> rolesOf(call).contains(Role.OPERATOR))
                        .count())
                .allSatisfy(call -> refused(
                        send(call, gone.calls().queryParam("login", "op1").queryParam("password", "demo")),
                        401,
                        "session-ended"));
    }

    @Test
    void a_body_that_is_no_list_of_parameters_is_malformed() {
        Map<String, Person> everybody = everybody();

        assertThat(callsThatRefuse("malformed-body"))
                .hasSizeGreaterThan(8)
                .allSatisfy(call -> assertThat(List.of("{", "[1]", "\"117\"", "{} {}"))
                        .allSatisfy(body -> refused(
                                send(
                                        call,
                                        allowed(call, everybody)
                                                .contentType(ContentType.JSON)
                                                .body(body)),
                                400,
                                "malformed-body")));
    }

    @Test
    void a_body_in_another_form_is_not_read() {
        Map<String, Person> everybody = everybody();

        assertThat(callsThatRefuse("unsupported-media-type"))
                .hasSameSizeAs(callsThatRefuse("malformed-body"))
                .allSatisfy(call -> refused(
                        send(
                                call,
                                allowed(call, everybody)
                                        .contentType(ContentType.TEXT)
                                        .body("productId=117")),
                        415,
                        "unsupported-media-type"));
    }

    @Test
    void a_body_that_is_too_large_is_refused_by_every_call_before_anything_else() {
        String large = "dataFields=" + "x".repeat(256 * 1024);

        assertThat(posts())
                .hasSizeGreaterThan(30)
                .allSatisfy(call -> refused(
                        send(call, given().contentType(ContentType.URLENC).body(large)), 413, "too-large"));
    }

    @Test
    void a_key_that_is_none_is_refused_by_name() {
        Map<String, Person> everybody = everybody();

        assertThat(callsThatRefuse("idempotency-key-reused"))
                .hasSizeGreaterThan(25)
                .allSatisfy(call -> {
                    Response answer = send(call, allowed(call, everybody).header(KEY, "k".repeat(256)));
                    refused(answer, 400, "bad-parameter");
                    answer.then().body("Errors[0].Field", is(KEY));
                });
    }

    @Test
    void the_key_of_another_call_is_refused() {
        Map<String, Person> everybody = everybody();

        assertThat(callsThatRefuse("idempotency-key-reused"))
                .hasSizeGreaterThan(25)
                .allSatisfy(call -> {
                    String key = ids.next().toString();
                    allowed(call, everybody)
                            .header(KEY, key)
                            .post(before(call))
                            .then()
                            .header(KEY, not(key));
                    refused(send(call, allowed(call, everybody).header(KEY, key)), 422, "idempotency-key-reused");
                });
    }

    @Test
    void an_id_in_a_path_is_a_guid() {
        Map<String, Person> everybody = everybody();
        List<Operation> withIds = callsThatRefuse("bad-parameter").stream()
                .filter(call -> !guidsIn(call).isEmpty())
                .toList();

        assertThat(withIds)
                .hasSizeGreaterThan(8)
                .allSatisfy(call -> assertThat(guidsIn(call)).allSatisfy(parameter -> {
                    Response answer = send(
                            call, allowed(call, everybody).queryParam("priority", 1), Map.of(parameter, "1-1-1-1-1"));
                    refused(answer, 400, "bad-parameter");
                    answer.then().body("Errors[0].Field", is(parameter));
                }));
    }

    @Test
    void an_id_that_nobody_has_is_unknown() {
        Map<String, Person> everybody = everybody();

        for (var unknown : Map.of(
                        "ticketId", "ticket-unknown",
                        "ticketProductId", "ticket-product-unknown",
                        "productId", "product-unknown",
                        "menuLinkId", "product-unknown",
                        "menuId", "menu-unknown",
                        "pinCode", "pin-unknown")
                .entrySet()) {
            List<Operation> calls = callsThatRefuse(unknown.getValue()).stream()
                    .filter(call -> DOCUMENT.parametersIn("path", call).contains(unknown.getKey()))
                    .filter(call -> !call.call().path().contains("addProduct")
                            || unknown.getKey().equals("productId"))
                    .toList();
            assertThat(calls)
                    .as(unknown.getKey())
                    .isNotEmpty()
                    .allSatisfy(call -> refused(
                            send(
                                    call,
                                    allowed(call, everybody)
                                            .queryParam("priority", 1)
                                            .queryParam("ticketProductId", NOBODYS),
                                    Map.of(unknown.getKey(), NOBODYS)),
                            404,
                            unknown.getValue()));
        }
    }

    @Test
    void a_board_or_a_console_that_is_not_in_the_catalogue_is_unknown() {
        for (String code : List.of("board-unknown", "console-unknown")) {
            assertThat(callsThatRefuse(code))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(call -> refused(
                            send(call, given().queryParam("questionId", NOBODYS), Map.of("clientId", "nobody")),
                            404,
                            code));
        }
    }

    @Test
    void a_call_answers_in_its_own_forms_only() {
        refused(given().accept("text/csv").get("/config/products"), 406, "not-acceptable");
    }

    private Map<String, Person> everybody() {
        Map<String, Person> everybody = new LinkedHashMap<>();
        everybody.put(Role.HALL_ADMIN, branch.admin());
        everybody.put(Role.ADMIN, branch.root());
        everybody.put(Role.ANALYST, branch.analyst());
        everybody.put(Role.KIOSK, branch.kiosk());
        everybody.put(Role.VISITOR, branch.visitor("anna"));
        everybody.put(Role.OPERATOR, branch.operator(1));
        return everybody;
    }

    private static RequestSpecification allowed(Operation call, Map<String, Person> everybody) {
        return rolesOf(call).isEmpty()
                ? given()
                : everybody.get(rolesOf(call).getFirst()).calls();
    }

    /** Another call of the same caller whose answer is kept, a refusal or not. */
    private static String before(Operation call) {
        return switch (rolesOf(call).stream().findFirst().orElse("")) {
            case Role.HALL_ADMIN -> "/queue/admin/redirect/users/118";
            case Role.VISITOR -> "/booking/tickets/" + NOBODYS.replace('0', '1') + "/cancel";
            case Role.OPERATOR -> "/operation/redirect/users/118";
            default -> "/survey/survey-2/end";
        };
    }

    private static List<Operation> callsForRoles() {
        return DOCUMENT.operations().stream()
                .filter(call -> !rolesOf(call).isEmpty())
                .toList();
    }

    private static List<Operation> posts() {
        return DOCUMENT.operations().stream()
                .filter(call -> call.call().method().equals("POST"))
                .toList();
    }

    private static List<Operation> callsThatRefuse(String code) {
        return DOCUMENT.operations().stream()
                .filter(call -> codesOf(call).anyMatch(code::equals))
                .toList();
    }

    private static Stream<String> codesOf(Operation call) {
        return call.node()
                .path("responses")
                .valueStream()
                .flatMap(answer -> DOCUMENT.resolved(answer)
                        .at("/content/application~1problem+json/examples")
                        .valueStream()
                        .map(example ->
                                DOCUMENT.resolved(example).at("/value/Code").asText()));
    }

    private static List<String> rolesOf(Operation call) {
        return call.node().path("x-roles").valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> guidsIn(Operation call) {
        return DOCUMENT.parametersIn("path", call).stream()
                .filter(parameter -> parameter.endsWith("Id") && !IN_PATH.containsKey(parameter))
                .toList();
    }

    private static Response send(Operation call, RequestSpecification how) {
        return send(call, how, Map.of());
    }

    private static Response send(Operation call, RequestSpecification how, Map<String, String> inPath) {
        String path = call.call().path();
        for (String parameter : DOCUMENT.parametersIn("path", call)) {
            path = path.replace(
                    "{" + parameter + "}", inPath.getOrDefault(parameter, IN_PATH.getOrDefault(parameter, NOBODYS)));
        }
        return how.request(call.call().method(), path);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("Code", is(code))
                .body("status", is(status))
                .body("UserMessage", not(""));
    }
}
