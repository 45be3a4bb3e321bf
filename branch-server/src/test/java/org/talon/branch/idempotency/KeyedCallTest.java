package org.talon.branch.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.talon.shared.http.Parameters;

class KeyedCallTest {

    @Test
    void the_same_call_looks_the_same_and_shows_nothing() {
        KeyedCall call = KeyedCall.of("caller", "key", "path", Parameters.none());

        assertThat(call).isEqualTo(KeyedCall.of("caller", "key", "path", Parameters.none()));
        assertThat(call.key()).matches("[0-9a-f]{64}").isNotEqualTo(call.content());
        assertThat(call.content()).matches("[0-9a-f]{64}");
    }

    @Test
    void two_callers_with_one_key_do_not_meet() {
        assertThat(key("anna", "1")).isNotEqualTo(key("boris", "1"));
        assertThat(key("anna1", "2")).isNotEqualTo(key("anna", "12"));
        assertThat(key("", "1")).isNotEqualTo(key("1", ""));
    }

    private static String key(String caller, String key) {
        return KeyedCall.of(caller, key, "path", Parameters.none()).key();
    }
}
