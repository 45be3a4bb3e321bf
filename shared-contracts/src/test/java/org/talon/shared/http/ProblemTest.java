package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException.Kind;
import org.talon.shared.wire.WireFormat;

class ProblemTest {

    private static final String RUSSIAN = "В очереди никого нет.";
    private static final String ENGLISH = "Nobody is waiting.";

    private final ObjectMapper json = WireFormat.apply(JsonMapper.builder().build());

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "ru",
                "ru-RU, en;q=0.8",
                "en;q=0.5, ru",
                "de",
                "*",
                "en;q=0",
                "!!! garbage ???",
                "en;q=nonsense",
                ";;;,,,"
            })
    void the_visitor_is_spoken_to_in_russian_by_default(String acceptLanguage) {
        assertThat(queueEmpty(acceptLanguage).userMessage()).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN-gb", "en-US,en;q=0.9,ru;q=0.8", "ru;q=0.5, en", "de, en;q=0.7"})
    void the_visitor_is_spoken_to_in_english_where_it_is_asked_for_first(String acceptLanguage) {
        assertThat(queueEmpty(acceptLanguage).userMessage()).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_a_sentence_in_both_languages(Kind kind) {
        Problem russian = problem(kind, "code-without-a-sentence-of-its-own", "ru");
        Problem english = problem(kind, "code-without-a-sentence-of-its-own", "en");

        assertThat(russian.userMessage()).containsPattern("[а-яА-Я]");
        assertThat(english.userMessage()).containsPattern("[a-zA-Z]").doesNotContainPattern("[а-яА-Я]");
    }

    @Test
    void what_is_said_in_one_language_is_said_in_the_other() {
        assertThat(keysOf(Locale.ENGLISH)).isEqualTo(keysOf(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_status_of_the_answer_stands_in_its_body(Kind kind) {
        Response response = Problem.respond(new DomainException(kind, "some-code", "what was wrong"), null);

        Problem problem = (Problem) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(problem.status()).isBetween(400, 599);
        assertThat(response.getMediaType()).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(problem.title()).isNotBlank();
    }

    @Test
    void an_error_has_the_names_of_the_standard_and_ours() {
        JsonNode body = bodyOf(new DomainException(Kind.UNKNOWN, "queue-empty", "nobody waits for wp-1"));

        assertThat(namesIn(body)).containsExactly("type", "title", "status", "detail", "Code", "UserMessage");
        assertThat(body.path("type").asText()).isEqualTo("urn:talon:error:queue-empty");
        assertThat(body.path("status").asInt()).isEqualTo(404);
        assertThat(body.path("detail").asText()).isEqualTo("nobody waits for wp-1");
        assertThat(body.path("Code").asText()).isEqualTo("queue-empty");
    }

    @Test
    void a_bad_parameter_is_named() {
        JsonNode body = bodyOf(DomainException.badParameter("startDate", "is required"));

        assertThat(body.path("status").asInt()).isEqualTo(400);
        assertThat(body.path("Code").asText()).isEqualTo("bad-parameter");
        assertThat(body.path("Errors").toString()).isEqualTo("[{\"Field\":\"startDate\",\"Message\":\"is required\"}]");
    }

    @Test
    void a_refusal_for_the_moment_says_when_to_come_again() {
        Response full = Problem.respond(
                DomainException.forNow(Kind.UNAVAILABLE, "some-code", "what was wrong", Duration.ofSeconds(5)), null);

        assertThat(full.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(full.getMediaType()).isEqualTo(Problem.MEDIA_TYPE);
    }

    @Test
    void a_long_detail_is_cut_but_never_within_a_character() {
        Problem problem = (Problem) Problem.respond(
                        new DomainException(Kind.REFUSED, "some-code", "x".repeat(499) + "\uD83D\uDE00 and more"), null)
                .getEntity();

        assertThat(problem.detail()).isEqualTo("x".repeat(499) + "…");
    }

    private static Problem queueEmpty(String acceptLanguage) {
        return problem(Kind.UNKNOWN, "queue-empty", acceptLanguage);
    }

    private static Problem problem(Kind kind, String code, String acceptLanguage) {
        return (Problem) Problem.respond(new DomainException(kind, code, "detail"), acceptLanguage)
                .getEntity();
    }

    private JsonNode bodyOf(DomainException refusal) {
        return json.valueToTree(Problem.respond(refusal, "en").getEntity());
    }

    private static List<String> namesIn(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> keysOf(Locale language) {
        return ResourceBundle.getBundle(
                        "org.talon.shared.http.user-messages",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
