package org.talon.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@link Parameters} from the query string and the body together; those of a login also from its path. */
@Provider
@Consumes(MediaType.WILDCARD)
public class ParametersReader implements MessageBodyReader<Parameters> {

    private final UriInfo uri;
    private final RoutingContext call;
    private final ObjectMapper json;

    public ParametersReader(UriInfo uri, RoutingContext call, ObjectMapper json) {
        this.uri = uri;
        this.call = call;
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, @Nullable MediaType mediaType) {
        return type == Parameters.class;
    }

    @Override
    public Parameters readFrom(
            Class<Parameters> type,
            Type generic,
            Annotation[] annotations,
            @Nullable MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Parameters parameters = Parameters.ofQuery(uri);
        PasswordsInPaths.addTo(parameters, call);
        String text = withoutMark(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        if (text.isBlank()) {
            return parameters;
        }
        String subtype = headers.containsKey("Content-Type") && mediaType != null
                ? mediaType.getSubtype().toLowerCase(Locale.ROOT)
                : "";
        if (subtype.equals("json") || subtype.endsWith("+json")) {
            addJson(parameters, text);
        } else if (subtype.equals("x-www-form-urlencoded")) {
            addForm(parameters, text);
        } else {
            throw new DomainException(
                    DomainException.Kind.UNSUPPORTED,
                    "unsupported-media-type",
                    "expected application/json or application/x-www-form-urlencoded");
        }
        return parameters;
    }

    /** Some editors and clients begin UTF-8 with a byte order mark, which is no part of the text. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void addJson(Parameters parameters, String text) {
        JsonNode object;
        try {
            object = json.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
        } catch (JsonProcessingException broken) {
            throw malformed("the body is not valid JSON");
        }
        if (!object.isObject()) {
            throw malformed("the body must be a JSON object of parameters");
        }
        object.properties().forEach(field -> addValue(parameters, field.getKey(), field.getValue()));
    }

    /** A list of plain values is a repeated parameter; anything nested stays JSON text, as {@code dataFields} wants it. */
    private static void addValue(Parameters parameters, String name, JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            value.forEach(item -> addValue(parameters, name, item));
        } else if (value.isContainerNode()) {
            parameters.add(name, value.toString());
        } else if (!value.isNull()) {
            parameters.add(name, value.asText());
        }
    }

    private static void addForm(Parameters parameters, String text) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters.add(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw malformed("the form body is not well encoded");
        }
    }

    private static DomainException malformed(String detail) {
        return new DomainException(DomainException.Kind.MALFORMED, "malformed-body", detail);
    }
}
