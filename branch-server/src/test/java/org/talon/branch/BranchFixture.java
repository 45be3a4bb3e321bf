package org.talon.branch;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A branch in the hands of a test: its clock, its hall administrator, its operators. */
@ApplicationScoped
public class BranchFixture {

    private final Clock clock;
    private final EntityManager database;

    BranchFixture(Clock clock, EntityManager database) {
        this.clock = clock;
        this.database = database;
    }

    /** An empty hall: no tickets, nobody at a workplace. Events stay: they are never deleted. */
    @Transactional
    public void empty() {
        database.createNativeQuery("truncate ticket, ticket_product, ticket_number, operator_session")
                .executeUpdate();
    }

    public Instant now() {
        return clock.instant();
    }

    public void passes(long seconds) {
        is(clock.instant().plusSeconds(seconds));
    }

    public void is(Instant at) {
        given().queryParam("at", at.toString()).post("/simulation/clock").then().statusCode(200);
    }

    public Person admin() {
        return new Person(given().formParam("login", "admin")
                .formParam("password", "admin-demo")
                .post("/queue/admin/login"));
    }

    /** Operator {@code n} at workplace {@code n}. */
    public Person operator(int n) {
        return new Person(given().formParam("clientId", "wp-" + n)
                .formParam("login", "op" + n)
                .formParam("password", "demo")
                .post("/operation/identify"));
    }

    /** Somebody with a token. */
    public static final class Person {

        private final String token;

        Person(Response login) {
            login.then().statusCode(200);
            this.token = login.as(String.class);
        }

        public RequestSpecification calls() {
            return given().header("Authorization", token);
        }

        public Response posts(String path) {
            return calls().post("/" + path);
        }

        public Response gets(String path) {
            return calls().get("/" + path);
        }

        /** Issues a ticket; answers it. */
        public Response issues(String product, int priority) {
            Response ticket = calls().queryParam("productId", product)
                    .queryParam("priority", priority)
                    .post("/queue/admin/tickets/new");
            ticket.then().statusCode(200);
            return ticket;
        }

        public UUID issue(String product) {
            return issues(product, 0).jsonPath().getUUID("Products[0].Id");
        }
    }
}
