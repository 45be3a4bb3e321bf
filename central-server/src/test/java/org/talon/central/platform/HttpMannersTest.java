package org.talon.central.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talon.central.identity.Analyst;
import org.talon.local.testing.TalonTestBackend;

/** The manners that both servers share, as they are inside a server. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class HttpMannersTest {

    @Inject
    Clock clock;

    @Test
    void parameters_are_taken_from_query_form_and_json() {
        String now = clock.instant().toString();
        given().queryParam("at", now).post("simulation/clock").then().statusCode(200);
        given().queryParam("AT", now)
                .contentType(ContentType.JSON)
                .post("simulation/clock")
                .then()
                .statusCode(200);
        given().formParam("at", now).post("simulation/clock").then().statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("At", now))
                .post("simulation/clock")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("At", is(now));
    }

    @Test
    void a_call_in_simulated_time_says_when_it_is_made() {
        String later = clock.instant().plusMillis(1).toString();

        given().header("Talon-Simulated-Moment", later)
                .get("config/servers")
                .then()
                .statusCode(401);
        assertThat(clock.instant()).hasToString(later);
    }

    @Test
    void a_call_of_an_earlier_moment_is_refused_as_one_that_moves_the_clock_back() {
        given().header("Talon-Simulated-Moment", clock.instant().minusMillis(1).toString())
                .get("config/servers")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("Code", is("clock-goes-forward"));
        given().header("Talon-Simulated-Moment", "soon")
                .get("config/servers")
                .then()
                .statusCode(400)
                .body("Code", is("bad-parameter"));
    }

    @Test
    void an_empty_body_without_a_type_lacks_its_parameters() {
        given().noContentType().post("simulation/clock").then().statusCode(400).body("Code", is("bad-parameter"));
    }

    @Test
    void a_body_that_is_no_json_is_a_problem() {
        given().contentType(ContentType.JSON)
                .body("{\"at\":")
                .post("simulation/clock")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("Code", is("malformed-body"));
    }

    @Test
    void a_body_of_another_type_is_a_problem() {
        given().contentType("text/xml")
                .body("<at/>")
                .post("simulation/clock")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("Code", is("unsupported-media-type"));
    }

    @Test
    void every_call_is_served_under_the_old_prefix_too() {
        given().header("Authorization", Analyst.token())
                .get("/api/1/config/servers")
                .then()
                .statusCode(200);
        given().header("Authorization", Analyst.token())
                .get("/api/1/queue/load")
                .then()
                .statusCode(200);
        given().queryParam("at", clock.instant().toString())
                .post("/api/1/simulation/clock")
                .then()
                .statusCode(200);
        given().formParam("login", "analyst")
                .formParam("password", "demo")
                .post("/api/1/login")
                .then()
                .statusCode(200);
        given().get("/api/1/queue/load").then().statusCode(401).body("Code", is("no-token"));
    }

    @Test
    void a_call_that_does_not_exist_is_a_problem() {
        for (String path : new String[] {"nonsense", "/api/1/nonsense", "queue/nonsense"}) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("Code", is("no-such-call"), "UserMessage", is("Ничего не найдено."));
        }
    }

    @Test
    void a_call_by_the_wrong_method_is_a_problem() {
        given().header("Authorization", Analyst.token())
                .post("queue/load")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("Code", is("method-not-allowed"));
    }

    @Test
    void an_answer_that_cannot_be_given_in_the_wanted_form_is_a_problem() {
        given().header("Authorization", Analyst.token())
                .accept("image/png")
                .get("queue/load")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("Code", not(emptyOrNullString()));
    }

    @Test
    void health_and_metrics_answer() {
        given().get("q/health/live").then().statusCode(200);
        given().get("q/health/ready").then().statusCode(200);
        given().get("q/metrics").then().statusCode(200);
    }
}
