package org.talon.branch.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

/** Whoever guesses at passwords gets slower and slower; whoever works here gets in. The tests' own address is a trusted proxy. */
@BranchTest
class GuessingTest {

    private static final int GUESSES = 10_000;
    private static final int AT_ONCE = 10;
    private static final long DAY_MILLIS = 86_400_000;

    @Inject
    BranchFixture branch;

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource connections;

    @BeforeEach
    void nobody_has_guessed_yet() {
        branch.empty();
        branch.newDayAt("08:00");
    }

    private static Response identifies(String address, String login, String password) {
        return given().header("X-Forwarded-For", address)
                .formParam("clientId", "wp-1")
                .formParam("login", login)
                .formParam("password", password)
                .post("/operation/identify");
    }

    private double compared() {
        return metrics.counter("talon.logins", "outcome", "wrong").count();
    }

    @Test
    void ten_thousand_guesses_a_day_reach_the_hash_fifty_times_at_most_and_the_operator_gets_in() {
        // Given
        identifies("10.1.0.7", "op1", "demo").then().statusCode(200);
        double before = compared();
        Instant start = branch.now();
        // When
        Map<Integer, Integer> answers = new HashMap<>();
        for (int i = 0; i < GUESSES; i++) {
            if (i % AT_ONCE == 0) {
                branch.is(start.plusMillis(DAY_MILLIS * i / GUESSES));
            }
            String anywhere = "203.0." + i % 250 + "." + i / 250;
            answers.merge(identifies(anywhere, "op1", "guess " + i).statusCode(), 1, Integer::sum);
        }
        // Then
        assertThat(compared() - before).isBetween(10.0, 50.0);
        assertThat(answers.get(401) + answers.get(429)).isEqualTo(GUESSES);
        identifies("10.1.0.7", "op1", "demo").then().statusCode(200);
    }

    @Test
    void an_unknown_login_is_answered_and_slowed_down_like_a_known_one() {
        for (String login : new String[] {"op1", "nobody"}) {
            for (int i = 0; i < 5; i++) {
                identifies("203.0.113.9", login, "wrong").then().statusCode(401).body("Code", is("wrong-login"));
            }
            identifies("203.0.113.9", login, "demo")
                    .then()
                    .statusCode(429)
                    .body("Code", is("too-many-attempts"))
                    .header("Retry-After", matchesPattern("[12]"));
        }
        branch.passes(2);
        identifies("203.0.113.9", "op1", "demo").then().statusCode(200);
    }

    @Test
    void one_who_tries_everybody_is_slowed_down_by_his_address_also_within_its_network() {
        for (int i = 0; i < 20; i++) {
            identifies("2001:db8:1:2::" + i, "user" + i, "demo").then().statusCode(401);
        }
        identifies("2001:db8:1:2::99", "op1", "demo").then().statusCode(429);
        identifies("2001:db8:1:3::1", "op1", "demo").then().statusCode(200);
    }

    @Test
    void an_address_of_the_old_kind_in_the_clothes_of_the_new_is_itself() {
        for (int i = 0; i < 20; i++) {
            identifies("::ffff:203.0.113.9", "user" + i, "demo").then().statusCode(401);
        }
        identifies("::ffff:203.0.113.8", "op1", "demo").then().statusCode(200);
        identifies("203.0.113.9", "op2", "demo").then().statusCode(429);
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        for (int i = 0; i < 20; i++) {
            identifies("203.0.113.9", "user" + i, "demo").then().statusCode(401);
        }
        long rows = rows();
        for (int i = 20; i < 40; i++) {
            identifies("203.0.113.9", "user" + i, "demo").then().statusCode(429);
        }
        assertThat(rows()).isEqualTo(rows);
    }

    private long rows() {
        return ((Number) database.createNativeQuery("select count(*) from login_attempt")
                        .getSingleResult())
                .longValue();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_clock_that_was_ahead_makes_nobody_wait_longer_than_the_rule_says() throws SQLException {
        identifies("203.0.113.9", "op1", "wrong").then().statusCode(401);
        run("update login_attempt set free_at = free_at + interval '1 day', last_at = last_at + interval '1 day'");
        identifies("203.0.113.9", "op1", "demo").then().statusCode(200);
    }

    @Test
    void a_hall_whose_operators_all_come_from_one_address_may_mistype_now_and_then() {
        for (int round = 0; round < 8; round++) {
            for (int n = 1; n <= 5; n++) {
                identifies("10.1.0.1", "op" + n, round % 4 == 0 ? "mistyped" : "demo")
                        .then()
                        .statusCode(not(429));
            }
        }
    }
}
