package org.talon.branch.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.DomainException;

class TrustedCallerTest {

    private static TrustedCaller trusting(String... addresses) {
        return new TrustedCaller(() -> Optional.of(List.of(addresses)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "2001:db8::7"})
    void trusted_addresses_may_say_who_a_visitor_is(String address) {
        assertThatCode(() -> trusting("10.1.0.0/16", "2001:db8::/32").require(address))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.2.0.1", "2001:db9::7", "unknown", ""})
    void nobody_else_may(String address) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> trusting("10.1.0.0/16", "2001:db8::/32").require(address))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("not-trusted-address"));
    }

    @Test
    void without_a_list_nobody_is_trusted() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> trusting().require("127.0.0.1"));
    }
}
