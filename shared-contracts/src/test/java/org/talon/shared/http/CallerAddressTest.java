package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTest {

    private static CallerAddress trusting(String... proxies) {
        return new CallerAddress(Optional.of(List.of(proxies)));
    }

    /** One header a line, as the caller and each proxy may add one. */
    private static List<String> headers(@Nullable String lines) {
        return lines == null ? List.of() : List.of(lines.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,, 10.1.2.3",
        "192.0.2.1,, 192.0.2.1",
        "192.0.2.1, 10.1.2.3, 10.1.2.3",
        "192.0.2.1, '203.0.113.9, 10.1.2.3', 10.1.2.3",
        "192.0.2.1, '203.0.113.9|10.1.2.3', 10.1.2.3",
        "192.0.2.1, '10.1.2.3, 192.0.2.1', 10.1.2.3",
        "192.0.2.1, 2001:db8::7, 2001:db8::7",
        "192.0.2.1, unknown, unknown"
    })
    void a_trusted_proxy_says_who_calls(String peer, String forwardedFor, String caller) {
        assertThat(trusting("192.0.2.1").of(peer, headers(forwardedFor))).isEqualTo(caller);
    }

    @Test
    void what_anybody_else_says_does_not_count() {
        assertThat(trusting("192.0.2.1").of("203.0.113.9", List.of("10.1.2.3"))).isEqualTo("203.0.113.9");
        assertThat(new CallerAddress(Optional.empty()).of("192.0.2.1", List.of("10.1.2.3")))
                .isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.1", "10.0.0.0/x", "10.0.0.0/64"})
    void what_is_no_network_is_refused_at_the_start(String network) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> trusting(network));
    }
}
