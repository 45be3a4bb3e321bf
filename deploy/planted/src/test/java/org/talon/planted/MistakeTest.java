package org.talon.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MistakeTest {

    private static final Path HOME = Path.of(System.getProperty("talon.home"));

    @ParameterizedTest
    @EnumSource
    void every_mistake_changes_the_classes_of_the_servers_into_ones_that_the_machine_accepts(Mistake mistake)
            throws Exception {
        assertThat(mistake.parts()).isNotEmpty();
        for (Part part : mistake.parts()) {
            // Given
            try (BuiltServer server = BuiltServer.of(HOME, part)) {
                // When
                Map<String, byte[]> changed = mistake.changed(server, part);
                // Then
                assertThat(changed).isNotEmpty();
                try (ChangedServer classes = ChangedServer.of(HOME, part, changed)) {
                    for (String name : changed.keySet()) {
                        assertThat(changed.get(name)).as(name).isNotEqualTo(server.read(name));
                        // Which verifies it.
                        assertThat(Class.forName(name, true, classes).getClassLoader())
                                .isSameAs(classes);
                    }
                }
            }
        }
    }

    @Test
    void a_method_that_is_gone_is_named() {
        AdvisedMethod change =
                new AdvisedMethod(Part.BRANCH, "org.talon.shared.federation.Relay", "round(int)", Bodies.Skipped.class);
        try (BuiltServer server = BuiltServer.of(HOME, Part.BRANCH)) {
            assertThatThrownBy(() -> change.of(server.read(change.target()), server.classes()))
                    .isInstanceOf(CannotPlant.class)
                    .hasMessage("org.talon.shared.federation.Relay has no method round(int)");
        }
    }

    @Test
    void a_text_that_is_gone_is_named() {
        OtherText change = new OtherText(Part.BRANCH, "org.talon.shared.federation.Relay", "select 1", "select 2");
        try (BuiltServer server = BuiltServer.of(HOME, Part.BRANCH)) {
            assertThatThrownBy(() -> change.of(server.read(change.target()), server.classes()))
                    .isInstanceOf(CannotPlant.class)
                    .hasMessage("org.talon.shared.federation.Relay has no text with 'select 1' in it");
        }
    }

    @Test
    void a_class_that_is_gone_is_named() {
        try (BuiltServer server = BuiltServer.of(HOME, Part.CENTRE)) {
            assertThatThrownBy(() -> server.read("org.talon.central.inbox.Gone"))
                    .isInstanceOf(CannotPlant.class)
                    .hasMessage("central-server has no class org.talon.central.inbox.Gone");
        }
    }

    @Test
    void a_server_that_is_not_built_is_named(@TempDir Path empty) {
        assertThatThrownBy(() -> Mistake.NEVER_ASKS.requireFits(empty))
                .isInstanceOf(CannotPlant.class)
                .hasMessageContaining("central-server")
                .hasMessageEndingWith("is not there; build the server first");
    }
}
