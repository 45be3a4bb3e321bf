package org.talon.branch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    private final String good = readFile();

    private static String readFile() {
        try {
            return Files.readString(Path.of("src/test/resources/catalogue.yaml"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    @Test
    void a_good_file_is_read_whole() throws CatalogueMistakes {
        Catalogue catalogue = CatalogueReader.read(good);

        assertThat(catalogue.products()).extracting(Product::name).containsExactly("Платежи", "Кредиты", "Вклады");
        assertThat(catalogue.workPlaceByClientId("wp-1").orElseThrow().productIds())
                .hasSize(3);
        assertThat(catalogue.workPlaceByClientId("wp-3").orElseThrow().productIds())
                .containsExactly(catalogue.productByAnyName("118").orElseThrow().id());
        assertThat(catalogue.devices()).extracting(Device::clientId).containsExactly("board-1", "survey-1");
    }

    @Test
    void one_service_of_one_organization_is_one_product_in_every_branch() throws CatalogueMistakes {
        String elsewhere = good.replace("3f0c5b7a", "4f0c5b7a");

        assertThat(CatalogueReader.read(elsewhere).products())
                .extracting(Product::id)
                .isEqualTo(CatalogueReader.read(good).products().stream()
                        .map(Product::id)
                        .toList());
        assertThat(CatalogueReader.read(elsewhere).workPlaces().getFirst().id())
                .isNotEqualTo(CatalogueReader.read(good).workPlaces().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "timeZone: Europe/Berlin | timeZone: Europe/Nowhere | line 5: branch.timeZone expected an IANA time zone such as Europe/Moscow, found \"Europe/Nowhere\"",
                "id: 3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001 | id: 1-1-1-1-1 | line 2: branch.id expected a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e, found \"1-1-1-1-1\"",
                "name: Кредиты, prefix: B | name: Кредиты, prefix: B12 | line 15: products[1].prefix expected 1 to 3 letters, found \"B12\"",
                "targetWaitMinutes: 10 | targetWaitMinutes: ten | line 14: products[0].targetWaitMinutes expected a whole number from 1 to 1440, found \"ten\"",
                "products: [\"118\"] | products: [\"500\"] | line 28: workPlaces[2].products \"500\" is not known; expected one of 117, 118, 119",
                "login: op2 | login: op1 | line 32: users[2].login \"op1\" is taken already; expected another",
                "roles: [ANALYST] | roles: [KING] | line 34: users[4].roles expected some of ADMIN, ANALYST, HALL_ADMIN, OPERATOR",
                "daily: 00:00-24:00 | daily: 18:00-09:00 | line 38: hours.daily expected hours such as 09:00-18:00, or closed, found \"18:00-09:00\"",
                "products: | producs: | line 13: producs is not known here; expected one of boards, branch, hours, menus, products, surveyConsoles, users, workPlaces",
            })
    void a_mistake_is_reported_with_its_line_and_what_was_expected(String right, String wrong, String report) {
        assertThat(good).contains(right);
        String broken = good.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        assertThat(mistakesOf(broken)).contains(report);
    }

    @Test
    void all_mistakes_are_reported_at_once() {
        String broken = good.replace("Europe/Berlin", "Mars").replace("number: 1", "number: one");

        assertThat(mistakesOf(broken)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"branch: [|line 1: not valid YAML", "just text|line 1:", "''|line 1:"})
    void what_is_no_catalogue_at_all_is_refused_too(String text, String report) {
        assertThat(mistakesOf(text).getFirst()).startsWith(report);
    }

    @Test
    void a_branch_without_hours_is_open_round_the_clock() throws CatalogueMistakes {
        Catalogue catalogue = CatalogueReader.read(good.substring(0, good.indexOf("hours:")));

        assertThat(catalogue.hours().areOpenAt(LocalDateTime.parse("2026-11-22T03:00:00")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59,false",
        "2026-11-23T09:00:00,true",
        "2026-11-23T17:59:59,true",
        "2026-11-23T18:00:00,false",
        "2026-11-22T12:00:00,false"
    })
    void hours_run_from_the_first_to_before_the_last_minute(String at, boolean open) throws CatalogueMistakes {
        String monday = good.replace("daily: 00:00-24:00", "monday: 9:00-18:00");

        assertThat(CatalogueReader.read(monday).hours().areOpenAt(LocalDateTime.parse(at)))
                .isEqualTo(open);
    }

    private static List<String> mistakesOf(String yaml) {
        var holder = new Object() {
            List<String> mistakes = List.of();
        };
        assertThatExceptionOfType(CatalogueMistakes.class)
                .isThrownBy(() -> CatalogueReader.read(yaml))
                .satisfies(e -> holder.mistakes = e.mistakes());
        return holder.mistakes;
    }
}
