package org.talon.branch.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import org.talon.branch.catalogue.Survey;
import org.talon.shared.wire.WireFormat;

/** Keeps a survey as JSON, as it stood in the catalogue when it was begun. */
class SurveyDefinition implements AttributeConverter<Survey, String> {

    private static final ObjectMapper JSON =
            WireFormat.apply(JsonMapper.builder().build());

    @Override
    public String convertToDatabaseColumn(Survey survey) {
        try {
            return JSON.writeValueAsString(survey);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a survey must always be writable", impossible);
        }
    }

    @Override
    public Survey convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, Survey.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a survey that was begun cannot be read back", broken);
        }
    }
}
