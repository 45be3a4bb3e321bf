package org.talon.branch.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talon.shared.wire.WireFormat;

/** Data fields as they stand in their column: JSON, null where there are none. */
@Converter
class DataFieldsColumn implements AttributeConverter<List<DataField>, String> {

    private static final ObjectMapper JSON = WireFormat.apply(new JsonMapper());

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<DataField> fields) {
        try {
            return fields == null || fields.isEmpty() ? null : JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("data fields must always be writable", impossible);
        }
    }

    @Override
    public List<DataField> convertToEntityAttribute(@Nullable String column) {
        try {
            return column == null ? List.of() : JSON.readValue(column, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a ticket's data fields are not what was written", broken);
        }
    }
}
