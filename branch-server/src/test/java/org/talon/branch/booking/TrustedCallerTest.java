package org.talon.branch.booking;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException;

class TrustedCallerTest {

    private static TrustedCaller trusting(List<String> addresses, List<String> proxies) {
        return new TrustedCaller(new BookingConfig() {
            @Override
            public Optional<List<String>> trustedAddresses() {
                return Optional.of(addresses);
            }

            @Override
            public Optional<List<String>> trustedProxies() {
                return Optional.of(proxies);
            }
        });
    }

    /** One header a line, as the caller and each proxy may add one. */
    private static List<String> headers(@Nullable String lines) {
        return lines == null ? List.of() : List.of(lines.split("\\|"));
    }

    private final TrustedCaller trusted = trusting(List.of("10.1.0.0/16", "2001:db8::/32"), List.of("192.0.2.1"));

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,",
        "2001:db8::7,",
        "192.0.2.1, 10.1.2.3",
        "192.0.2.1, '203.0.113.9, 10.1.2.3'",
        "192.0.2.1, '203.0.113.9|10.1.2.3'",
        "192.0.2.1, '10.1.2.3, 192.0.2.1'"
    })
    void trusted_addresses_may_say_who_a_visitor_is(String peer, String forwardedFor) {
        assertThatCode(() -> trusted.require(peer, headers(forwardedFor))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "10.2.0.1,",
        "192.0.2.1,",
        "203.0.113.9, 10.1.2.3",
        "192.0.2.1, '10.1.2.3, 203.0.113.9'",
        "192.0.2.1, '10.1.2.3|203.0.113.9'",
        "192.0.2.1, unknown",
        "192.0.2.1, ''"
    })
    void nobody_else_may_whatever_he_writes_into_a_header(String peer, String forwardedFor) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> trusted.require(peer, headers(forwardedFor)))
                .satisfies(refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                        .isEqualTo("not-trusted-address"));
    }

    @Test
    void without_a_list_nobody_is_trusted() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> trusting(List.of(), List.of()).require("127.0.0.1", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.1", "10.0.0.0/x", "10.0.0.0/64"})
    void what_is_no_network_is_refused_at_the_start(String network) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> trusting(List.of(network), List.of()));
    }
}
