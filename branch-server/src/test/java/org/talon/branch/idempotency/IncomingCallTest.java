package org.talon.branch.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException;

class IncomingCallTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "a b", "~"})
    void a_key_is_printable_ascii(String key) {
        assertThat(IncomingCall.key(List.of(key))).contains(key);
    }

    @Test
    void a_key_has_up_to_255_characters() {
        String longest = "k".repeat(255);

        assertThat(IncomingCall.key(List.of(longest))).contains(longest);
        refused(List.of(longest + "k"));
    }

    @Test
    void a_request_may_do_without() {
        assertThat(IncomingCall.key(List.of())).isEmpty();
        assertThat(IncomingCall.key(null)).isEmpty();
    }

    static Stream<List<String>> notKeys() {
        return Stream.of(List.of(""), List.of("a\tb"), List.of("ключ"), List.of("\u007f"), List.of("1", "2"));
    }

    @ParameterizedTest
    @MethodSource("notKeys")
    void anything_else_is_refused_by_the_name_of_the_header(List<String> values) {
        refused(values);
    }

    private static void refused(List<String> values) {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> IncomingCall.key(values));
        assertThat(refusal.kind()).isEqualTo(DomainException.Kind.MALFORMED);
        assertThat(refusal.errors())
                .extracting(DomainException.FieldError::field)
                .containsExactly("Idempotency-Key");
    }
}
