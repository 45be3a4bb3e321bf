package org.talon.branch.ticket;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** What a service asks of a visitor, and when it is offered. */
@BranchTest
class WhatIsAskedForTest {

    private static final String NEW = "/queue/admin/tickets/new";

    @Inject
    BranchFixture branch;

    Person admin;

    @BeforeEach
    void an_empty_hall() {
        branch.empty();
        admin = branch.admin();
    }

    private String field(String name) {
        return admin.gets("config/products")
                .jsonPath()
                .getString("find { it.IntegrationId == '120' }.RequiredFields.find { it.Name == '" + name + "' }.Id");
    }

    private Response passport(Map<String, String> values) {
        List<Map<String, String>> fields = values.entrySet().stream()
                .map(value -> Map.of("ProductRequiredFieldTypeId", field(value.getKey()), "Value", value.getValue()))
                .toList();
        return admin.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("productId", "120", "dataFields", fields))
                .post(NEW);
    }

    @Test
    void what_a_visitor_said_stands_on_his_ticket() {
        passport(Map.of("Фамилия", "Иванова", "Телефон", "+7 495 000-00-00"))
                .then()
                .statusCode(200)
                .body("Products[0].TicketProductDataFields", hasSize(2))
                .body("Products[0].TicketProductDataFields.find { it.Name == 'Фамилия' }.Value", is("Иванова"));

        branch.operator(1)
                .posts("operation/invite")
                .then()
                .body("TicketProductDataFields.find { it.Name == 'Телефон' }.Value", is("+7 495 000-00-00"));
    }

    @Test
    void data_fields_come_as_text_in_a_form_too() {
        admin.calls()
                .formParam("productId", "120")
                .formParam(
                        "dataFields",
                        "[{\"ProductRequiredFieldTypeId\": \"" + field("Фамилия") + "\", \"Value\": \"Петров\"}]")
                .post(NEW)
                .then()
                .statusCode(200);
    }

    @Test
    void a_missing_field_is_refused_by_name_and_nothing_is_issued() {
        passport(Map.of())
                .then()
                .statusCode(422)
                .body("Code", is("field-missing"))
                .body("Errors[0].Field", is("Фамилия"))
                .body("UserMessage", is("Заполните обязательные поля."));

        passport(Map.of("Фамилия", "Иванова")).then().statusCode(200).body("FullNumber", is("P001"));
    }

    @Test
    void a_value_that_does_not_fit_is_refused_with_what_was_expected() {
        passport(Map.of("Фамилия", "Иванова", "Телефон", "позвоните"))
                .then()
                .statusCode(422)
                .body("Code", is("field-invalid"))
                .body("Errors[0].Message", containsString("telephone number"));
        passport(Map.of("Фамилия", "Иванова", "Договор", "17"))
                .then()
                .statusCode(422)
                .body("Errors[0].Field", is("Договор"));
    }

    @Test
    void fields_that_are_no_list_or_not_known_are_a_mistake_of_the_caller() {
        for (String wrong : List.of("{}", "x", "[1]", "[{\"Value\": \"1\"}]")) {
            admin.calls()
                    .formParam("productId", "117")
                    .formParam("dataFields", wrong)
                    .post(NEW)
                    .then()
                    .statusCode(400)
                    .body("Errors[0].Field", containsString("dataFields"));
        }
        admin.calls()
                .formParam("productId", "117")
                .formParam(
                        "dataFields",
                        "[{\"ProductRequiredFieldTypeId\": \"0f8fad5b-d9cb-469f-a165-70867728950e\", \"Value\": \"1\"}]")
                .post(NEW)
                .then()
                .statusCode(400);
    }

    @Test
    void a_limited_service_is_issued_as_often_as_may_be_each_day() {
        branch.newDayAt("10:00");
        admin.issue("121");
        admin.issue("121");

        admin.calls()
                .queryParam("productId", "121")
                .post(NEW)
                .then()
                .statusCode(422)
                .body("Code", is("daily-limit-reached"))
                .body("UserMessage", is("На этот день талоны на эту услугу закончились."));
        admin.calls().queryParam("productId", "117,121").post(NEW).then().statusCode(422);
        admin.issues("117", 0).then().body("FullNumber", is("A001"));

        branch.newDayAt("10:00");
        admin.issue("121");
    }

    @Test
    void after_the_last_entry_a_service_refuses() {
        branch.newDayAt("11:59:59");
        admin.issue("122");
        branch.passes(1);

        admin.calls()
                .queryParam("productId", "122")
                .header("Accept-Language", "en")
                .post(NEW)
                .then()
                .statusCode(422)
                .body("Code", is("product-closed"))
                .body("UserMessage", is("This service is not offered right now."));
    }

    @Test
    void a_kiosk_issues_tickets_and_does_nothing_else() {
        Person kiosk = branch.kiosk();
        kiosk.issues("117", 0).then().body("FullNumber", is("A001")).body("Products[0].User", nullValue());

        kiosk.gets("queue/admin/tickets").then().statusCode(403).body("Code", is("wrong-role"));
        kiosk.posts("operation/invite").then().statusCode(403);
        kiosk.gets("queue/statistics").then().statusCode(403);
    }
}
