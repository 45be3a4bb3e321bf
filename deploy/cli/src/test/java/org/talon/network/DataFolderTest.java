package org.talon.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.report.CannotRun;

class DataFolderTest {

    @TempDir
    Path somewhere;

    @Test
    void emptying_deletes_what_a_network_put_there_and_nothing_else() throws IOException {
        // Given
        Path path = somewhere.resolve("data");
        try (DataFolder folder = DataFolder.hold(path)) {
            Files.writeString(folder.log("centre"), "a line");
            Files.writeString(path.resolve("letter.txt"), "mine");
            // When
            folder.empty();
            // Then
            assertThat(path.resolve("logs")).doesNotExist();
            assertThat(path.resolve("letter.txt")).hasContent("mine");
        }
    }

    @Test
    void emptying_follows_no_link() throws IOException {
        // Given
        Path treasure = Files.createDirectories(somewhere.resolve("treasure"));
        Files.writeString(treasure.resolve("gold"), "gold");
        Path path = Files.createDirectories(somewhere.resolve("data"));
        Files.createSymbolicLink(path.resolve("logs"), treasure);
        Files.createSymbolicLink(path.resolve("postgres"), treasure);
        try (DataFolder folder = DataFolder.hold(path)) {
            // When
            folder.empty();
        }
        // Then
        assertThat(treasure.resolve("gold")).exists();
    }

    @Test
    void a_folder_that_is_a_link_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(somewhere.resolve("data"), somewhere);
        assertThatThrownBy(() -> DataFolder.hold(link)).isInstanceOf(CannotRun.class);
    }

    @Test
    void two_networks_never_work_in_one_folder() {
        Path path = somewhere.resolve("data");
        try (DataFolder first = DataFolder.hold(path)) {
            assertThat(first.path()).isDirectory();
            assertThatThrownBy(() -> DataFolder.hold(path))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("another network is running in");
        }
    }

    @Test
    void an_erased_folder_is_gone() {
        DataFolder folder = DataFolder.hold(somewhere.resolve("data"));
        folder.erase();
        assertThat(folder.path()).doesNotExist();
    }
}
