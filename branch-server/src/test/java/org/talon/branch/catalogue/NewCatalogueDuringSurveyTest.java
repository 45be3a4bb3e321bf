package org.talon.branch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.branch.survey.SurveyFixture;
import org.talon.branch.survey.SurveyFixture.TestConsole;

/** A survey lives in the database with all that it asks; a catalogue decides only which one is begun next. */
@BranchTest
class NewCatalogueDuringSurveyTest {

    @Inject
    BranchFixture branch;

    @Inject
    SurveyFixture surveys;

    @Inject
    ApplyCatalogue applyCatalogue;

    TestConsole console;
    String source;

    @BeforeEach
    void an_empty_hall() throws IOException {
        branch.empty();
        surveys.begin();
        console = surveys.console("survey-2");
        source = Files.readString(Path.of("src/test/resources/catalogue.yaml"));
    }

    @AfterEach
    void the_usual_catalogue_again() throws CatalogueMistakes, CatalogueBreaks {
        applies(source);
    }

    @Test
    void a_survey_that_was_begun_goes_on_as_it_began() throws CatalogueMistakes, CatalogueBreaks {
        console.begins();
        console.answers("value", 5);

        applies(source.substring(0, source.indexOf("\nsurveys:")));

        console.state().then().body("SurveyName", is("Оценка обслуживания")).body("Question.Text", is("Вам помогли?"));
        console.chooses(0).then().body("Completed", is(true));
        assertThat(surveys.finished().getFirst().at("/Answers/1/AnswerTexts/0").asText())
                .isEqualTo("Да");
    }

    @Test
    void where_there_is_no_survey_none_is_begun() throws CatalogueMistakes, CatalogueBreaks {
        String ofCreditsOnly = source.replaceFirst("(?s)  - name: Оценка обслуживания.*?(?=  - name: О кредитах)", "");
        applies(ofCreditsOnly);

        console.tries()
                .then()
                .statusCode(422)
                .body("Code", is("no-survey"))
                .body("UserMessage", is("Для этой услуги опроса нет."));
        console.state().then().statusCode(200).body("StateName", is("Idle"));
    }

    private void applies(String yaml) throws CatalogueMistakes, CatalogueBreaks {
        applyCatalogue.apply(CatalogueReader.read(yaml), yaml);
    }
}
