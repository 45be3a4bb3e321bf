package org.talon.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalonTestBackendTest {

    @Test
    void every_start_gives_a_database_of_its_own_on_the_same_servers() throws SQLException {
        // When
        Map<String, String> first = new TalonTestBackend().start();
        Map<String, String> second = new TalonTestBackend().start();
        // Then
        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        try (Connection connection = TalonTestBackend.postgres()
                .dataSource(second.get("quarkus.datasource.jdbc.url"))
                .getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_backend_nobody_knows_is_refused_with_the_ones_there_are() {
        assertThatThrownBy(() -> SharedBackend.start("docker"))
                .hasMessage("TALON_TEST_BACKEND is 'docker'; expected 'embedded' or 'containers'");
    }
}
