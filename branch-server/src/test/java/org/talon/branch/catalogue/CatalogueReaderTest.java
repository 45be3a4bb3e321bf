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

        assertThat(catalogue.products()).extracting(Product::name).startsWith("Платежи", "Кредиты", "Вклады");
        assertThat(catalogue.workPlaceByClientId("wp-1").orElseThrow().productIds())
                .hasSize(8);
        assertThat(catalogue.workPlaceByClientId("wp-3").orElseThrow().productIds())
                .containsExactly(catalogue.productByAnyName("118").orElseThrow().id());
        assertThat(catalogue.devices()).extracting(Device::clientId).contains("board-1", "survey-1");
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
                "timeZone: Europe/Berlin | timeZone: Europe/Nowhere | branch.timeZone expected an IANA time zone such as Europe/Moscow, found \"Europe/Nowhere\"",
                "id: 3f0c5b7a-5d3e-4a57-9a3c-0d5d1c1f0001 | id: 1-1-1-1-1 | branch.id expected a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e, found \"1-1-1-1-1\"",
                "name: Кредиты, prefix: B | name: Кредиты, prefix: B12 | products[1].prefix expected 1 to 3 letters, found \"B12\"",
                "targetWaitMinutes: 10 | targetWaitMinutes: ten | products[0].targetWaitMinutes expected a whole number from 1 to 1440, found \"ten\"",
                "products: [\"118\"] | products: [\"500\"] | workPlaces[2].products \"500\" is not known; expected one of 117, 118, 119, 120, 121, 122, 123, 124",
                "login: op2 | login: op1 | users[3].login \"op1\" is taken already; expected another",
                "roles: [ANALYST] | roles: [KING] | users[7].roles expected some of ADMIN, ANALYST, HALL_ADMIN, OPERATOR",
                "daily: 00:00-24:00 | daily: 18:00-09:00 | hours.daily expected hours such as 09:00-18:00, or closed, found \"18:00-09:00\"",
                "type: phone | type: fax | products[3].requiredFields[1].type expected one of text, number, date, phone, email, found \"fax\"",
                "pattern: \"D-[0-9]{4}\" | pattern: \"D-[0-9\" | products[3].requiredFields[2].pattern expected a regular expression, found \"D-[0-9\"",
                "dailyLimit: 2 | dailyLimit: 0 | products[4].dailyLimit expected a whole number from 1 to 100000, found \"0\"",
                "capacity: 3 | capacity: many | products[6].booking.capacity expected a whole number from 1 to 1000, found \"many\"",
                "sunday: closed | sunday: shut | products[6].booking.hours.sunday expected hours such as 09:00-18:00, or closed, found \"shut\"",
                "products: [\"118\", \"124\"] | products: [\"118\"] | routes[0].products expected a list of at least two services",
                "{route: R1, | {route: R2, | menus[0].items[2].route \"R2\" is not known; expected one of R1",
                "policy: head-start | policy: loudest | workPlaces[3].selection.policy expected one of priority, head-start, target-ratio, found \"loudest\"",
                "redirected: waiting | redirected: by-hand | workPlaces[3].selection.redirected expected first or waiting",
                "tokenSha256: 36 | tokenSha256: zz | kiosks[0].tokenSha256 expected the SHA-256 of the kiosk's token, 64 lower-case hex digits, found \"zzd5dc872d538fc63f5490cef6c1ab97ee0fb3154d4a29e971780ede6f79e689\"",
            })
    void a_mistake_is_reported_with_its_line_and_what_was_expected(String right, String wrong, String report) {
        assertThat(good).contains(right);
        String broken = good.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        long line = good.substring(0, good.indexOf(right)).lines().count();
        assertThat(mistakesOf(broken)).contains("line " + line + ": " + report);
    }

    @Test
    void an_unknown_key_is_told_with_those_that_are_known() {
        assertThat(mistakesOf(good.replace("\nproducts:", "\nproducs:")))
                .anySatisfy(mistake -> assertThat(mistake)
                        .contains("producs is not known here; expected one of boards, booking, branch,"));
    }

    @Test
    void single_dates_go_before_the_usual_week() throws CatalogueMistakes {
        String newYear = good.replace(
                "daily: 00:00-24:00", "daily: 9:00-18:00\n  dates: {2026-12-31: 9:00-14:00, 2027-01-01: closed}");
        OpeningHours hours = CatalogueReader.read(newYear).hours();

        assertThat(hours.areOpenAt(LocalDateTime.parse("2026-12-30T15:00"))).isTrue();
        assertThat(hours.areOpenAt(LocalDateTime.parse("2026-12-31T13:59"))).isTrue();
        assertThat(hours.areOpenAt(LocalDateTime.parse("2026-12-31T15:00"))).isFalse();
        assertThat(hours.areOpenAt(LocalDateTime.parse("2027-01-01T10:00"))).isFalse();
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
        Catalogue catalogue = CatalogueReader.read(good.substring(0, good.lastIndexOf("\nhours:")));

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
