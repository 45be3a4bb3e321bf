package org.talon.branch.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.ticket.TicketProductState;
import org.talon.shared.http.VisitorLanguage;

/** What the QR code on a ticket leads to. */
@BranchTest
class TicketPageTest {

    @Inject
    BranchFixture branch;

    @Inject
    @Location("ticket-page")
    Template page;

    Person admin;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        branch.newDayAt("09:00");
        admin = branch.admin();
    }

    @Test
    void it_tells_how_many_are_ahead_and_then_where_to_go() {
        admin.issue("117");
        String ticket = admin.issues("117", 0).jsonPath().getString("Id");
        given().get("/ticket/" + ticket)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "ru")
                .body(allOf(containsString("<h1>A002</h1>"), containsString("Перед вами: 1")));

        Person operator = branch.operator(1);
        operator.posts("operation/invite").then().statusCode(200);
        operator.posts("operation/reject").then().statusCode(200);
        operator.posts("operation/invite").then().statusCode(200);
        given().header("Accept-Language", "en")
                .get("/ticket/" + ticket)
                .then()
                .body(allOf(containsString("class=\"called\""), containsString("You are called to Окно 1")));
    }

    @Test
    void names_are_text_whatever_they_look_like() {
        var called = new TicketPage.Service("<b>Вклады & \"счета\"</b>", "<script>alert(1)</script>", false);

        assertThat(page.data("page", new TicketPage("ru", "<i>Банк</i>", "A<001", "", List.of(called)))
                        .render())
                .contains(
                        "&lt;b&gt;Вклады &amp; &quot;счета&quot;&lt;/b&gt;",
                        "&lt;script&gt;alert(1)",
                        "&lt;i&gt;Банк&lt;/i&gt;",
                        "A&lt;001")
                .doesNotContain("<script", "<i>", "<b>");
    }

    @Test
    void a_step_of_a_route_that_is_ahead_is_no_appointment() {
        String ticket = admin.issues("R1", 0).jsonPath().getString("Id");

        given().get("/ticket/" + ticket)
                .then()
                .body(allOf(containsString("После предыдущей услуги"), not(containsString("Вы записаны"))));
    }

    @Test
    void who_does_not_know_a_ticket_sees_none() {
        given().get("/ticket/0f8fad5b-d9cb-469f-a165-70867728950e")
                .then()
                .statusCode(404)
                .body("Code", is("ticket-unknown"));
        given().get("/ticket/1").then().statusCode(400).body("Code", is("bad-parameter"));
    }

    @ParameterizedTest
    @EnumSource(TicketProductState.class)
    void every_state_has_its_words_in_both_languages(TicketProductState state) {
        for (var language : List.of(VisitorLanguage.RUSSIAN, VisitorLanguage.ENGLISH)) {
            assertThat(TicketPage.textsIn(language).getString("state." + state.wireName()))
                    .isNotBlank();
        }
    }

    @Test
    void nobody_keeps_it_and_it_loads_nothing() {
        String ticket = admin.issues("117", 0).jsonPath().getString("Id");

        given().get("/ticket/" + ticket)
                .then()
                .header("Cache-Control", "private, no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }
}
