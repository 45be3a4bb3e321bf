package org.talon.branch.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.branch.catalogue.QuestionType;
import org.talon.branch.catalogue.Survey;
import org.talon.branch.catalogue.SurveyAnswer;
import org.talon.branch.catalogue.SurveyQuestion;

/** A survey that was begun under one version of the program may be finished under the next. */
class SurveyDefinitionTest {

    private static final Survey SURVEY = new Survey(
            new UUID(0, 1),
            "Оценка",
            Set.of(new UUID(0, 2)),
            List.of(
                    new SurveyQuestion(
                            new UUID(0, 3),
                            1,
                            "Оцените",
                            QuestionType.SCALE,
                            List.of(),
                            1,
                            5,
                            List.of(new SurveyQuestion.Range(4, 5, 3)),
                            true,
                            1000,
                            2),
                    new SurveyQuestion(
                            new UUID(0, 4),
                            2,
                            "Почему?",
                            QuestionType.SINGLE,
                            List.of(new SurveyAnswer(new UUID(0, 5), "Долго", 3)),
                            0,
                            0,
                            List.of(),
                            false,
                            1000,
                            3)));

    private static final String STORED = """
            {"Id": "00000000-0000-0000-0000-000000000001", "Name": "Оценка",
             "ProductIds": ["00000000-0000-0000-0000-000000000002"],
             "Questions": [
               {"Id": "00000000-0000-0000-0000-000000000003", "Number": 1, "Text": "Оцените", "Type": "SCALE",
                "Answers": [], "Min": 1, "Max": 5, "Ranges": [{"From": 4, "To": 5, "Next": 3}],
                "Required": true, "MaxLength": 1000, "Next": 2},
               {"Id": "00000000-0000-0000-0000-000000000004", "Number": 2, "Text": "Почему?", "Type": "SINGLE",
                "Answers": [{"Id": "00000000-0000-0000-0000-000000000005", "Text": "Долго", "Next": 3}],
                "Min": 0, "Max": 0, "Ranges": [], "Required": false, "MaxLength": 1000, "Next": 3}]}""";

    private final SurveyDefinition definition = new SurveyDefinition();

    @Test
    void what_was_stored_once_is_read_for_ever() {
        assertThat(definition.convertToEntityAttribute(STORED)).isEqualTo(SURVEY);
    }

    @Test
    void what_is_stored_is_read_back() {
        String stored = definition.convertToDatabaseColumn(SURVEY);

        assertThat(definition.convertToEntityAttribute(stored)).isEqualTo(SURVEY);
    }
}
