package org.talon.branch.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.talon.branch.catalogue.Product;
import org.talon.branch.catalogue.RequiredField;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.DomainException.FieldError;
import org.talon.shared.http.Parameters;

/** What a caller gave in {@code dataFields}: a JSON list of {@code {ProductRequiredFieldTypeId, Value}}. */
public record GivenFields(Map<UUID, String> values) {

    private static final String NAME = "dataFields";
    private static final String ID = "ProductRequiredFieldTypeId";
    private static final JsonMapper JSON = new JsonMapper();

    public static final GivenFields NONE = new GivenFields(Map.of());

    public static GivenFields of(Parameters parameters) {
        return parameters.text(NAME).map(GivenFields::parse).orElse(NONE);
    }

    private static GivenFields parse(String text) {
        JsonNode list;
        try {
            list = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw malformed();
        }
        if (!list.isArray()) {
            throw malformed();
        }
        Map<UUID, String> values = new HashMap<>();
        list.forEach(entry -> put(values, entry));
        return new GivenFields(values);
    }

    private static void put(Map<UUID, String> values, JsonNode entry) {
        JsonNode value = entry.path("Value");
        if (!entry.path(ID).isTextual() || !value.isValueNode()) {
            throw malformed();
        }
        UUID id = Parameters.guid(NAME + "." + ID, entry.path(ID).asText());
        if (!value.isNull() && !value.asText().isBlank()) {
            values.put(id, value.asText().strip());
        }
    }

    private static DomainException malformed() {
        return DomainException.badParameter(
                NAME, "expected a JSON list such as [{\"" + ID + "\": \"…\", \"Value\": \"…\"}]");
    }

    /** What these services ask for, of what was given; a field that is missing or does not fit is refused by name. */
    List<DataField> forProduct(Product product) {
        List<DataField> fields = new ArrayList<>();
        List<FieldError> missing = new ArrayList<>();
        List<FieldError> invalid = new ArrayList<>();
        for (RequiredField field : product.requiredFields()) {
            String value = values.get(field.id());
            String mistake = value == null ? null : field.mistakeIn(value);
            if (mistake != null) {
                invalid.add(new FieldError(field.name(), mistake));
            } else if (value != null) {
                fields.add(new DataField(field.id(), field.name(), value));
            } else if (field.required()) {
                missing.add(new FieldError(field.name(), "is required for " + product.name()));
            }
        }
        refuse("field-missing", missing);
        refuse("field-invalid", invalid);
        return fields;
    }

    /** Ids that no service asks for are a mistake of the caller, not something to pass over. */
    void requireKnown(List<Product> products) {
        for (UUID id : values.keySet()) {
            if (products.stream().flatMap(p -> p.requiredFields().stream()).noneMatch(f -> f.id().equals(id))) {
                throw DomainException.badParameter(NAME, "no chosen service has a field " + id);
            }
        }
    }

    private static void refuse(String code, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw DomainException.refused(code, errors);
        }
    }
}
