package org.talon.branch;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.UUID;

/** A branch in the hands of a test: its clock, its hall administrator, its operators. */
@ApplicationScoped
public class BranchFixture {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Clock clock;
    private final EntityManager database;

    BranchFixture(Clock clock, EntityManager database) {
        this.clock = clock;
        this.database = database;
    }

    /** An empty hall: no tickets, nobody at a workplace, no guess at a password. Events stay: they are never deleted. */
    @Transactional
    public void empty() {
        database.createNativeQuery(
                        "truncate survey_run, survey_answer, ticket, ticket_product, ticket_number, product_day,"
                                + " booking_slot, operator_session, login_attempt, login_origin")
                .executeUpdate();
    }

    public Instant now() {
        return clock.instant();
    }

    public void passes(long seconds) {
        is(clock.instant().plusSeconds(seconds));
    }

    /** Moves to a wall clock time of a day that no test has lived yet; answers the date. */
    public LocalDate newDayAt(String time) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZONE).plusDays(1);
        is(day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant());
        return day;
    }

    /** The next moment at which the branch's clocks are set back, or forward. */
    public Instant nextChangeOfClocks(boolean back) {
        ZoneOffsetTransition next = ZONE.getRules().nextTransition(clock.instant());
        return (next.isOverlap() == back ? next : ZONE.getRules().nextTransition(next.getInstant())).getInstant();
    }

    public void is(Instant at) {
        given().queryParam("at", at.toString()).post("/simulation/clock").then().statusCode(200);
    }

    public Person admin() {
        return new Person(given().formParam("login", "admin")
                .formParam("password", "admin-demo")
                .post("/queue/admin/login"));
    }

    /** Who may change the branch itself. */
    public Person root() {
        return new Person(given().formParam("login", "root")
                .formParam("password", "admin-demo")
                .post("/queue/admin/login"));
    }

    public Person analyst() {
        return new Person(given().formParam("login", "analyst1")
                .formParam("password", "demo")
                .post("/queue/admin/login"));
    }

    /** A visitor as a trusted site signs him in. */
    public Person visitor(String identity) {
        return new Person(given().post("/booking/login/" + identity));
    }

    public Person kiosk() {
        return new Person("kiosk-1-demo");
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

        private Person(String token) {
            this.token = token;
        }

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
