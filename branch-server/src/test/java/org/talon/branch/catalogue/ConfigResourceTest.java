package org.talon.branch.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.talon.branch.BranchTest;

/** What the branch offers, asked without a token. */
@BranchTest
class ConfigResourceTest {

    @Test
    void products_have_the_known_shape() {
        given().get("/config/products")
                .then()
                .statusCode(200)
                .body("", hasSize(8))
                .body("[0].Name", is("Платежи"))
                .body("[0].IntegrationId", is("117"))
                .body("[0].Prefix", is("A"))
                .body("[0].TargetWaitMinutes", is(10))
                .body("[0].CategoryId", nullValue())
                .body("[3].RequiredFields.Name", contains("Фамилия", "Телефон", "Договор"))
                .body("[3].RequiredFields.Type", contains("Text", "Phone", "Text"))
                .body("[3].RequiredFields.IsRequired", contains(true, false, false));
    }

    @Test
    void simple_products_stand_below_their_categories() {
        given().get("/api/1/config/products/simple/")
                .then()
                .statusCode(200)
                .body("", hasSize(9))
                .body("[0].Name", is("Частным лицам"))
                .body("[0].IsCategory", is(true))
                .body("[0].ParentId", nullValue())
                .body("find { it.Name == 'Касса' }.IsCategory", is(false))
                .body("findAll { it.ParentId != null }.Name", contains("Касса"));
    }

    @Test
    void a_menu_is_a_tree_whose_leaves_have_no_sub_items() {
        String id = given().get("/config/menus").jsonPath().getString("[0].Id");

        given().get("/config/menus/" + id)
                .then()
                .statusCode(200)
                .body("Id", is(id))
                .body("Name", is("Киоск"))
                .body("MenuItems.Name", contains("Деньги", "Взять кредит", "Открыть счёт", "Ипотека"))
                .body("MenuItems[0].SubItems.Name", contains("117", "119"))
                .body("MenuItems[0].SubItems.collect { it.containsKey('SubItems') }", everyItem(is(false)))
                .body("MenuItems[1].Product.IntegrationId", is("118"));
    }

    @Test
    void unknown_menus_are_unknown() {
        given().get("/config/menus/0f8fad5b-d9cb-469f-a165-70867728950e")
                .then()
                .statusCode(404)
                .body("Code", is("menu-unknown"));
        given().get("/config/menus/kiosk").then().statusCode(400);
    }
}
