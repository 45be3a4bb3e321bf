package org.talon.branch.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

@BranchTest
@TestProfile(BranchWithoutKafkaTest.NobodyListens.class)
class BranchWithoutKafkaTest {

    /** A port on which no Kafka answers. */
    public static class NobodyListens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.outgoing.events.bootstrap.servers", "127.0.0.1:1");
        }
    }

    @Inject
    BranchFixture branch;

    @Test
    void a_branch_starts_is_ready_and_serves_without_kafka() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/live").then().statusCode(200);

        branch.admin().issues("117", 0).then().body("FullNumber", is("A001"));
        branch.operator(1).posts("operation/invite").then().statusCode(200);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("talon_outbox_pending"))
                .body(containsString("talon_outbox_oldest_age_seconds"));
    }
}
