package org.talon.branch.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.branch.BranchTest;

/** Whoever wants to know the API finds it at the branch itself, without a token and without the internet. */
@BranchTest
class ApiServedTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/api/1/openapi"})
    void the_document_is_served_as_it_was_written(String path) throws IOException {
        String json = given().accept("application/json").get(path).asString();

        assertThat(new ObjectMapper().readTree(json)).isEqualTo(DOCUMENT.tree());
    }

    @Test
    void the_document_is_served_as_yaml_too() throws IOException {
        String yaml = given().get("/openapi").asString();

        assertThat(ApiDocument.tree(yaml).path("paths"))
                .isEqualTo(DOCUMENT.tree().path("paths"));
    }

    @Test
    void the_document_can_be_tried_out_at_a_page() {
        given().get("/api-docs")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("url: '/openapi'"), containsString("validatorUrl: 'none'"));
    }

    @Test
    void the_page_takes_everything_it_shows_from_the_branch() {
        String page = given().get("/api-docs").asString();
        List<String> assets =
                ASSET.matcher(page).results().map(asset -> asset.group(1)).toList();

        assertThat(assets).hasSizeGreaterThan(3).allSatisfy(asset -> {
            assertThat(asset).doesNotContain("//");
            given().get(asset.startsWith("/") ? asset : "/api-docs/" + asset)
                    .then()
                    .statusCode(200);
        });
    }
}
