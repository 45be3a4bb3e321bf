package org.talon.branch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.branch.BranchTest;

@BranchTest
class CatalogueStartupTest {

    private static final Path GOOD = Path.of("src/test/resources/catalogue.yaml");

    private static final int PRODUCTS = 8;

    @Inject
    ApplyCatalogue applyCatalogue;

    @Inject
    CurrentCatalogue current;

    @TempDir
    Path folder;

    @AfterEach
    void the_usual_catalogue_again() {
        starting(GOOD);
    }

    @Test
    void a_broken_file_leaves_the_last_good_one_in_force() throws IOException {
        // Given
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, Files.readString(GOOD).replace("Europe/Berlin", "Europe/Nowhere"));
        // When
        starting(broken);
        // Then
        assertThat(current.get().branch().zone().getId()).isEqualTo("Europe/Berlin");
    }

    @Test
    void a_missing_file_leaves_the_last_good_one_in_force() {
        starting(folder.resolve("none.yaml"));

        assertThat(current.get().products()).hasSize(PRODUCTS);
    }

    @Test
    void a_product_that_left_the_catalogue_keeps_its_name() throws IOException {
        // Given
        var gone = current.get().productByAnyName("119").orElseThrow();
        Path smaller = folder.resolve("smaller.yaml");
        Files.writeString(
                smaller,
                Files.readString(GOOD)
                        .replaceFirst("(?m)^.*integrationId: \"119\".*\\n", "")
                        .replaceFirst("(?m)^ *- product: \"119\"\\n", ""));
        // When
        starting(smaller);
        // Then
        assertThat(current.get().products()).hasSize(PRODUCTS - 1);
        assertThat(directory.product(gone.id()).name()).isEqualTo("Вклады");
    }

    @Inject
    Directory directory;

    private void starting(Path file) {
        new CatalogueStartup(new CatalogueFile(() -> Optional.of(file), applyCatalogue), applyCatalogue)
                .onStart(new StartupEvent());
    }
}
