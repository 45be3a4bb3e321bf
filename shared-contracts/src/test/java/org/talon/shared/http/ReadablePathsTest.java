package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadablePathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/a/b", "/%D0%90/x", "/окно", "/a%3Bb", "/100%25"})
    void what_spells_utf_8_is_read(String path) {
        assertThat(ReadablePaths.isReadable(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/%E4", "/%C3%28", "/%ED%A0%80", "/%F5%80%80%80", "/%C0%AF", "/a%00b"})
    void what_spells_nothing_is_not(String path) {
        assertThat(ReadablePaths.isReadable(path)).isFalse();
    }
}
