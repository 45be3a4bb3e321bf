package org.talon.branch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveysReaderTest {

    private final String good = readFile();
    /** The line of the part; the lines of the mistakes are counted from there. */
    private final int start = good.substring(0, good.indexOf("\nsurveys:")).split("\n").length + 1;

    private static String readFile() {
        try {
            return Files.readString(Path.of("src/test/resources/catalogue.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void surveys_are_read_whole() throws CatalogueMistakes {
        Survey survey = surveys(good).getFirst();

        assertThat(survey.name()).isEqualTo("Оценка обслуживания");
        assertThat(survey.suitsAll()).isTrue();
        assertThat(survey.questions())
                .extracting(
                        SurveyQuestion::number, SurveyQuestion::type, SurveyQuestion::required, SurveyQuestion::next)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, QuestionType.SCALE, true, 2),
                        org.assertj.core.groups.Tuple.tuple(2, QuestionType.MULTIPLE, true, 5),
                        org.assertj.core.groups.Tuple.tuple(3, QuestionType.SINGLE, true, 4),
                        org.assertj.core.groups.Tuple.tuple(4, QuestionType.TEXT, false, 5));
        assertThat(survey.questions().get(1).answers())
                .extracting(SurveyAnswer::next)
                .containsExactly(5, 5, 4);
        assertThat(survey.questions().getFirst().after(List.of(), 4)).isEqualTo(3);
        assertThat(survey.questions().getFirst().after(List.of(), 3)).isEqualTo(2);
    }

    @Test
    void a_survey_of_the_service_goes_before_one_for_all() throws CatalogueMistakes {
        Catalogue catalogue = CatalogueReader.read(good);
        UUID credits = catalogue.productByAnyName("118").orElseThrow().id();
        UUID payments = catalogue.productByAnyName("117").orElseThrow().id();

        assertThat(catalogue.surveyFor(credits)).map(Survey::name).contains("О кредитах");
        assertThat(catalogue.surveyFor(payments)).map(Survey::name).contains("Оценка обслуживания");
        assertThat(catalogue.surveyFor(null)).map(Survey::name).contains("Оценка обслуживания");
    }

    @Test
    void ids_are_the_same_at_every_reading_and_in_every_branch_of_an_organization() throws CatalogueMistakes {
        String elsewhere = good.replace("3f0c5b7a", "4f0c5b7a");

        assertThat(surveys(elsewhere)).isEqualTo(surveys(good));
        assertThat(surveys(good).stream().flatMap(s -> s.questions().stream()).map(SurveyQuestion::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_keeps_its_short_name_keeps_its_id_whatever_its_text() throws CatalogueMistakes {
        String reworded = good.replace("text: Другое", "text: Иное").replace("Что не понравилось?", "Что было не так?");

        SurveyQuestion before = surveys(good).getFirst().questions().get(1);
        SurveyQuestion after = surveys(reworded).getFirst().questions().get(1);
        assertThat(after.text()).isNotEqualTo(before.text());
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.answers())
                .extracting(SurveyAnswer::id)
                .isEqualTo(before.answers().stream().map(SurveyAnswer::id).toList());
    }

    @Test
    void a_renamed_survey_with_its_old_id_keeps_the_ids_of_its_questions() throws CatalogueMistakes {
        UUID old = surveys(good).getLast().id();
        String renamed = good.replace("- name: О кредитах", "- name: Кредиты\n    id: " + old);

        assertThat(surveys(renamed).getLast().questions())
                .isEqualTo(surveys(good).getLast().questions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: О кредитах | name: Оценка обслуживания | 28 surveys[1].name \"Оценка обслуживания\" is taken already; expected another",
                "    products: [\"118\"] |     products: [\"500\"] | 29 surveys[1].products \"500\" is not known; expected one of 117, 118, 119, 120, 121, 122, 123, 124",
                "    products: [\"118\"] |     products: [] | 29 surveys[1].products expected at least one service; a survey for all has no products here",
                "id: liked | id: end | 17 surveys[0].questions[2].id expected a short name of letters, digits, - and _, other than end, found \"end\"",
                "id: liked | id: mark | 17 surveys[0].questions[2].id \"mark\" is taken already; expected another",
                "type: scale | type: stars | 5 surveys[0].questions[0].type expected single, multiple, scale or text, found \"stars\"",
                "max: 5 | max: 1 | 7 surveys[0].questions[0].max expected a whole number from 2 to 1000, found \"1\"",
                "to: 5 | to: 6 | 8 surveys[0].questions[0].ranges[0].to expected a whole number from 4 to 5, found \"6\"",
                "next: liked}] | next: liked}, {from: 1, to: 4, next: why}] | 8 surveys[0].questions[0].ranges[1].from expected values that no range before has",
                "next: liked | next: lovely | 8 surveys[0].questions[0].ranges[0].next expected a later question, one of why, liked, words, end, found \"lovely\"",
                "next: words | next: mark | 15 surveys[0].questions[1].answers[2].next expected a later question, one of liked, words, end, found \"mark\"",
                "next: words | next: why | 15 surveys[0].questions[1].answers[2].next expected a later question, one of liked, words, end, found \"why\"",
                "text: Невежливо | text: Долго ждать | 14 surveys[0].questions[1].answers[1].text \"Долго ждать\" is taken already; expected another",
                "type: text | type: scale | 27 surveys[0].questions[3].maxLength is not for a question of the type scale",
                "type: text | type: single | 23 surveys[0].questions[3].answers expected a list of at least one answer",
                "required: false | required: no | 26 surveys[0].questions[3].required expected true or false, found \"no\"",
                "maxLength: 20 | maxLength: 0 | 27 surveys[0].questions[3].maxLength expected a whole number from 1 to 10000, found \"0\"",
                "maxLength: 20 | lenght: 20 | 27 surveys[0].questions[3].lenght is not known here; expected one of answers, id, max, maxLength, min, next, ranges, required, text, type",
                "text: Оцените обслуживание | min: 1 | 3 surveys[0].questions[0].text is missing; expected the question's text",
            })
    void a_mistake_is_reported_with_its_line_and_what_was_expected(String right, String wrong, String report) {
        assertThat(good).contains(right);
        int space = report.indexOf(' ');
        String expected =
                "line " + (start + Integer.parseInt(report.substring(0, space))) + ":" + report.substring(space);

        assertThat(mistakesOf(good.replace(right, wrong))).contains(expected);
    }

    @Test
    void a_survey_asks_something() {
        String silent = good.substring(0, good.indexOf("\nsurveys:")) + "\nsurveys: [{name: Молчание}]\n";

        assertThat(mistakesOf(silent))
                .containsExactly("line " + start + ": surveys[0].questions expected a list of at least one question");
    }

    @Test
    void a_wrong_type_is_one_mistake() {
        assertThat(mistakesOf(good.replace("type: multiple", "type: many"))).hasSize(1);
    }

    private static List<Survey> surveys(String yaml) throws CatalogueMistakes {
        return CatalogueReader.read(yaml).surveys();
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
