package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitTest {

    @ParameterizedTest
    @CsvSource({"17, 17", "256K, 262144", "1M, 1048576", "2G, 2147483648"})
    void a_size_is_what_quarkus_takes_it_for(String size, long bytes) {
        assertThat(BodyLimit.bytes(size)).isEqualTo(bytes);
    }

    @Test
    void what_is_no_size_is_refused_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BodyLimit.bytes("much"))
                .withMessageContaining("expected a size such as 256K");
    }
}
