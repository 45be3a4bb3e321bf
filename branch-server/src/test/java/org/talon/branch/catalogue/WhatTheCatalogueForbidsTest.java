package org.talon.branch.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.shared.http.DomainException;

/** Refusals that come from what the catalogue says, or says no more. */
@BranchTest
class WhatTheCatalogueForbidsTest {

    @Inject
    BranchFixture branch;

    @Inject
    ApplyCatalogue applyCatalogue;

    @Inject
    CurrentCatalogue current;

    @TempDir
    Path folder;

    Person admin;
    String source;

    @BeforeEach
    void an_empty_hall() throws IOException {
        branch.empty();
        admin = branch.admin();
        source = Files.readString(Path.of("src/test/resources/catalogue.yaml"));
    }

    @AfterEach
    void the_usual_catalogue_again() throws CatalogueMistakes, CatalogueBreaks {
        branch.empty();
        applies(source);
    }

    private void applies(String yaml) throws CatalogueMistakes, CatalogueBreaks {
        applyCatalogue.apply(CatalogueReader.read(yaml), yaml);
    }

    @Test
    void a_closed_branch_issues_nothing() throws CatalogueMistakes, CatalogueBreaks {
        // Given
        applies(source.replace("hours:\n  daily: 00:00-24:00", "hours:\n  daily: 08:00-20:00"));
        branch.newDayAt("19:59:59");
        String ticket = admin.issues("117", 0).jsonPath().getString("Id");
        branch.passes(1);
        // Then
        refused(admin.posts("queue/admin/tickets/new?productId=117"), 422, "branch-closed");
        refused(branch.kiosk().posts("queue/admin/tickets/new?productId=117"), 422, "branch-closed");
        refused(admin.posts("queue/admin/tickets/" + ticket + "/addProduct/118"), 422, "branch-closed");
        branch.operator(1).posts("operation/invite").then().statusCode(200);
    }

    @Test
    void a_booking_is_held_to_what_its_service_asks_for_and_to_its_limit() throws CatalogueMistakes, CatalogueBreaks {
        // Given
        applies(
                source.replace(
                        "    targetWaitMinutes: 30\n",
                        "    targetWaitMinutes: 30\n    dailyLimit: 1\n"
                                + "    requiredFields: [{name: Фамилия}, {name: Договор, pattern: \"D-[0-9]{4}\", required: false}]\n"));
        LocalDate day = branch.newDayAt("08:00").plusDays(1);
        day = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
        Person anna = branch.visitor("anna");
        List<String> fields = admin.gets("config/products")
                .jsonPath()
                .getList("find { it.IntegrationId == '123' }.RequiredFields.Id");
        String name = "{\"ProductRequiredFieldTypeId\": \"" + fields.get(0) + "\", \"Value\": \"Ivanova\"}";
        String contract = "{\"ProductRequiredFieldTypeId\": \"" + fields.get(1) + "\", \"Value\": \"17\"}";
        // Then
        for (String path : List.of("/booking/book/" + day + "/10:00", "/booking/book?date=" + day + "&time=10:00")) {
            refused(books(anna, path, "[]"), 422, "field-missing");
            refused(books(anna, path, "[" + name + "," + contract + "]"), 422, "field-invalid");
        }
        books(anna, "/booking/book/" + day + "/10:00", "[" + name + "]").then().statusCode(200);
        for (String path : List.of("/booking/book/" + day + "/10:30", "/booking/book?date=" + day + "&time=10:30")) {
            refused(books(anna, path, "[" + name + "]"), 422, "daily-limit-reached");
        }
    }

    private static Response books(Person visitor, String path, String fields) {
        return visitor.calls()
                .formParam("productId", "123")
                .formParam("dataFields", fields)
                .post(path);
    }

    @Test
    void at_a_workplace_that_is_gone_nothing_goes_on_and_its_operator_can_leave() throws Exception {
        // Given
        Person operator = branch.operator(4);
        operator.posts("operation/break/begin").then().statusCode(200);
        applies(source.replace("clientId: wp-4,", "clientId: wp-9,"));
        // Then
        for (String shown : List.of("state", "queue", "queue/count", "personal", "personal/count")) {
            refused(operator.gets("operation/" + shown), 409, "work-place-removed");
        }
        for (String change : List.of("break/end", "break/end", "login/op5/demo", "login?login=op5&password=demo")) {
            refused(operator.posts("operation/" + change), 409, "work-place-removed");
        }
        operator.posts("operation/logout").then().statusCode(200).body("StateName", is("Closed"));
        refused(operator.gets("operation/state"), 401, "session-ended");
    }

    @Test
    void at_a_workplace_that_is_gone_no_break_begins_and_nobody_is_called() throws Exception {
        String visitor = admin.issue("117").toString();
        Person operator = branch.operator(4);
        applies(source.replace("clientId: wp-4,", "clientId: wp-9,"));

        for (String change : List.of("break/begin", "break/begin", "invite", "invite/" + visitor)) {
            refused(operator.posts("operation/" + change), 409, "work-place-removed");
        }
    }

    @Test
    void a_branch_without_menus_has_none_to_show() throws Exception {
        applies(source.replaceFirst("(?s)\nmenus:.*?(?=\nworkPlaces:)", ""));

        refused(given().get("/booking/menu"), 404, "menu-unknown");
        refused(branch.operator(1).gets("operation/menu"), 404, "menu-unknown");
    }

    @Test
    void a_file_that_would_break_open_tickets_is_refused_with_what_stands_against_it() throws Exception {
        // Given
        admin.issue("119");
        Path file = folder.resolve("smaller.yaml");
        Files.writeString(
                file,
                source.replaceFirst("(?m)^.*integrationId: \"119\".*\\n", "")
                        .replaceFirst("(?m)^ *- product: \"119\"\\n", ""));
        var resource = new ApplyResource(new CatalogueFile(() -> Optional.of(file), applyCatalogue), current, null);
        // Then
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(resource::apply)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("catalogue-breaks-open-tickets"))
                .satisfies(refused -> assertThat(refused.detail()).contains("Вклады"));
        assertThat(current.get().productByAnyName("119")).isPresent();
    }

    @Test
    void before_the_catalogue_is_read_the_branch_is_starting() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(new CurrentCatalogue()::get)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("starting"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(DomainException.Kind.UNAVAILABLE));
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("Code", is(code));
    }
}
