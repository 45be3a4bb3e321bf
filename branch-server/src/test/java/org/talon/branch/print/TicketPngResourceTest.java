package org.talon.branch.print;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;

@BranchTest
class TicketPngResourceTest {

    private static final String PNG = "/tickets/ticketpng/";
    private static final URI BRANCH = URI.create("https://queue.example.org");

    @Inject
    BranchFixture branch;

    @Inject
    EntityManager database;

    @Inject
    ReadTicket readTicket;

    String id;

    @BeforeEach
    void a_visitor_with_a_ticket() {
        branch.empty();
        id = branch.admin().issues("117", 0).jsonPath().getString("Id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets/ticketpng/%s", "/tickets/ticketpng/%s/", "/api/1/tickets/ticketpng/%s/"})
    void whoever_knows_the_id_may_print_the_ticket(String path) throws Exception {
        byte[] png = given().get(String.format(path, id))
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", "private, no-store")
                .extract()
                .asByteArray();

        assertThat(Printout.of(png).scanned()).isEqualTo("http://localhost:" + RestAssured.port + "/ticket/" + id);
    }

    @Test
    void a_browser_may_show_it() {
        given().header("Accept", "image/avif,image/webp,image/png,image/*;q=0.8,*/*;q=0.5")
                .get(PNG + id)
                .then()
                .statusCode(200)
                .contentType("image/png");
    }

    @Test
    void it_is_russian_unless_english_is_asked_for() {
        byte[] russian = pngIn("ru");

        assertThat(pngIn("de")).isEqualTo(russian);
        assertThat(pngIn("en-GB,en;q=0.9")).isNotEqualTo(russian);
    }

    @Test
    void an_unknown_ticket_is_not_found_and_a_broken_id_is_refused() {
        given().get(PNG + "0199e1c2-7d3a-7abc-8def-0123456789ab/")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("Code", is("ticket-unknown"));
        given().get(PNG + "1-1-1-1-1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("Errors[0].Field", is("ticketId"));
    }

    @Test
    void a_caller_cannot_have_a_qr_code_of_any_length() {
        given().header("Host", "x".repeat(500) + ".example.org")
                .get(PNG + id)
                .then()
                .statusCode(400)
                .body("Errors[0].Field", is("Host"));
    }

    @Test
    void the_ticket_says_what_the_branch_knows() {
        PrintedTicket ticket = read();

        assertThat(ticket.organization()).isEqualTo("Банк «Пример»");
        assertThat(ticket.branch()).isEqualTo("Отделение № 1");
        assertThat(ticket.number()).isEqualTo("A001");
        assertThat(ticket.services()).containsExactly("Платежи");
        assertThat(ticket.bookedFor()).isNull();
        assertThat(ticket.pin()).matches("\\d{6}");
        assertThat(ticket.page()).isEqualTo(URI.create(BRANCH + "/ticket/" + id));
        assertThat(ticket.address()).isEqualTo("Москва, Тверская, 1");
        assertThat(ticket.phone()).isEqualTo("+7 495 000-00-00");
    }

    @Test
    void a_ticket_of_several_services_names_those_that_have_not_ended() {
        var ticket = branch.admin()
                .calls()
                .queryParam("productId", "117,118")
                .post("/queue/admin/tickets/new")
                .jsonPath();
        id = ticket.getString("Id");
        assertThat(read().services()).containsExactly("Платежи", "Кредиты");

        cancels(ticket.getString("Products[0].Id"));
        assertThat(read().services()).containsExactly("Кредиты");

        cancels(ticket.getString("Products[1].Id"));
        assertThat(read().services()).containsExactly("Платежи", "Кредиты");
    }

    @Test
    void a_booking_says_when_the_visitor_is_expected() {
        LocalDate tuesday = branch.newDayAt("08:00").with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        id = branch.visitor("anna")
                .posts("booking/book/" + tuesday + "/9:30?productId=123&confirm=true")
                .jsonPath()
                .getString("Id");

        assertThat(read().bookedFor()).isEqualTo(tuesday.atTime(9, 30));
        assertThat(read().services()).containsExactly("Ипотека");
        given().get(PNG + id).then().statusCode(200).contentType("image/png");
    }

    private void cancels(String ticketProductId) {
        branch.admin()
                .posts("queue/admin/tickets/" + id + "/" + ticketProductId + "/cancel")
                .then()
                .statusCode(200);
    }

    private byte[] pngIn(String language) {
        return given().header("Accept-Language", language).get(PNG + id).asByteArray();
    }

    /** Anew: a test is one long request, and what it has read once it would see again. */
    private PrintedTicket read() {
        database.clear();
        return readTicket.named(UUID.fromString(id), BRANCH);
    }
}
