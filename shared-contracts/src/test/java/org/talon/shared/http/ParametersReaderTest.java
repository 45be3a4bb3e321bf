package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException.Kind;
import org.talon.shared.wire.WireFormat;

class ParametersReaderTest {

    private static final MediaType FORM = new MediaType("application", "x-www-form-urlencoded");
    private static final MediaType JSON = new MediaType("application", "json");

    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();

    @Test
    void a_form_is_read_with_its_escapes() throws IOException {
        Parameters parameters = read(FORM, "login=op1&password=a%26b%3Dc+d&name=%D0%90%D0%BD%D0%BD%D0%B0&flag&&empty=");

        assertThat(parameters.text("login")).contains("op1");
        assertThat(parameters.secret("password")).isEqualTo("a&b=c d");
        assertThat(parameters.text("name")).contains("Анна");
        assertThat(parameters.text("flag")).isEmpty();
        assertThat(parameters.text("empty")).isEmpty();
    }

    @Test
    void a_value_keeps_its_equals_signs() throws IOException {
        assertThat(read(FORM, "token=abc==").text("token")).contains("abc==");
    }

    @Test
    void a_json_object_is_read_as_parameters() throws IOException {
        Parameters parameters = read(JSON, """
                {"login": "op1", "priority": -5, "confirm": true, "nothing": null, "productId": ["117", 118]}""");

        assertThat(parameters.text("Login")).contains("op1");
        assertThat(parameters.integer("priority", -100, 100)).contains(-5);
        assertThat(parameters.text("confirm")).contains("true");
        assertThat(parameters.text("nothing")).isEmpty();
        assertThat(parameters.list("productId")).containsExactly("117", "118");
    }

    @Test
    void nested_json_stays_json() throws IOException {
        Parameters parameters =
                read(JSON, "{\"dataFields\": [{\"Id\": \"7\", \"Value\": \"a, b\"}], \"more\": {\"Deep\": [1]}}");

        assertThat(parameters.text("dataFields")).contains("[{\"Id\":\"7\",\"Value\":\"a, b\"}]");
        assertThat(parameters.text("more")).contains("{\"Deep\":[1]}");
    }

    @Test
    void json_text_in_a_form_is_left_alone() throws IOException {
        assertThat(read(FORM, "dataFields=%5B%7B%22Id%22%3A%227%22%7D%5D").text("dataFields"))
                .contains("[{\"Id\":\"7\"}]");
    }

    @Test
    void the_query_counts_before_the_body() throws IOException {
        query.add("priority", "1");

        Parameters parameters = read(FORM, "priority=2&productId=117");

        assertThat(parameters.text("priority")).contains("1");
        assertThat(parameters.text("productId")).contains("117");
        assertThat(parameters.list("priority")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void without_a_body_the_query_is_all_whatever_the_type(String body) throws IOException {
        query.add("productId", "117");

        assertThat(read(new MediaType("text", "plain"), body).text("productId")).contains("117");
        assertThat(read(null, body).text("productId")).contains("117");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":}", "[1, 2]", "\"text\"", "17", "null", "a=b", "{\"a\": 1} and more"})
    void a_body_that_is_no_json_object_is_refused(String body) {
        assertThat(refusal(JSON, body))
                .extracting(DomainException::kind, DomainException::code)
                .containsExactly(Kind.MALFORMED, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "%=1", "a=%2"})
    void a_form_with_broken_escapes_is_refused(String body) {
        assertThat(refusal(FORM, body))
                .extracting(DomainException::kind, DomainException::code)
                .containsExactly(Kind.MALFORMED, "malformed-body");
    }

    @Test
    void json_nested_without_end_is_refused() {
        assertThat(refusal(JSON, "{\"a\":" + "[".repeat(5_000)).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void a_body_of_another_type_is_refused() {
        assertThat(refusal(new MediaType("text", "plain"), "a=b"))
                .extracting(DomainException::kind, DomainException::code)
                .containsExactly(Kind.UNSUPPORTED, "unsupported-media-type");
        assertThat(refusal(null, "a=b").kind()).isEqualTo(Kind.UNSUPPORTED);
    }

    @Test
    void a_type_is_known_in_any_case_and_with_a_suffix() throws IOException {
        assertThat(read(new MediaType("Application", "JSON"), "{\"a\":1}").text("a"))
                .contains("1");
        assertThat(read(new MediaType("application", "vnd.talon+json"), "{\"a\":1}")
                        .text("a"))
                .contains("1");
        assertThat(read(new MediaType("application", "X-WWW-Form-UrlEncoded"), "a=1")
                        .text("a"))
                .contains("1");
    }

    @Test
    void nothing_but_parameters_is_read() {
        ParametersReader reader = reader();

        assertThat(reader.isReadable(Parameters.class, Parameters.class, new Annotation[0], JSON))
                .isTrue();
        assertThat(reader.isReadable(String.class, String.class, new Annotation[0], JSON))
                .isFalse();
    }

    private DomainException refusal(MediaType type, String body) {
        return catchThrowableOfType(DomainException.class, () -> read(type, body));
    }

    private Parameters read(MediaType type, String body) throws IOException {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        if (type != null) {
            headers.add("Content-Type", type.getType() + "/" + type.getSubtype());
        }
        return reader().readFrom(
                        Parameters.class,
                        Parameters.class,
                        new Annotation[0],
                        type,
                        headers,
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private ParametersReader reader() {
        UriInfo uri = answering(UriInfo.class, query);
        RoutingContext call = answering(RoutingContext.class, null);
        return new ParametersReader(
                uri, call, WireFormat.apply(JsonMapper.builder().build()));
    }

    private static <T> T answering(Class<T> type, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
