package org.talon.shared.http;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as CSV: one line an element, a column for every key that its JSON has, the header first even without lines. */
@Provider
@Produces("text/csv")
public class CsvBodyWriter implements MessageBodyWriter<List<?>> {

    private final ObjectMapper json;

    public CsvBodyWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, @Nullable MediaType mediaType) {
        return List.class.isAssignableFrom(type) && generic instanceof ParameterizedType;
    }

    @Override
    public void writeTo(
            List<?> rows,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        List<String> columns = columnsOf(((ParameterizedType) generic).getActualTypeArguments()[0]);
        headers.putSingle("Content-Type", "text/csv;charset=UTF-8");
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(body, StandardCharsets.UTF_8));
        csv.writeRecord(columns);
        for (Object row : rows) {
            JsonNode node = json.valueToTree(row);
            csv.writeRecord(
                    columns.stream().map(column -> cell(node.path(column))).toList());
        }
        csv.flush();
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** The keys of an element's JSON, in their order. */
    private List<String> columnsOf(Type element) throws JsonMappingException {
        List<String> columns = new ArrayList<>();
        json.acceptJsonFormatVisitor(json.constructType(element), new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
                return new KeysInOrder(getProvider(), columns);
            }
        });
        return columns;
    }

    private static final class KeysInOrder extends JsonObjectFormatVisitor.Base {

        private final List<String> keys;

        KeysInOrder(SerializerProvider provider, List<String> keys) {
            super(provider);
            this.keys = keys;
        }

        @Override
        public void property(BeanProperty writer) {
            keys.add(writer.getName());
        }

        @Override
        public void optionalProperty(BeanProperty writer) {
            keys.add(writer.getName());
        }
    }
}
