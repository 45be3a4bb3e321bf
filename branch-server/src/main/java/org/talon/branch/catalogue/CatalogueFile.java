package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.talon.branch.platform.CannotStart;

/** The file that says what the branch is. */
@ApplicationScoped
class CatalogueFile {

    private final CatalogueConfig config;
    private final ApplyCatalogue applyCatalogue;

    CatalogueFile(CatalogueConfig config, ApplyCatalogue applyCatalogue) {
        this.config = config;
        this.applyCatalogue = applyCatalogue;
    }

    Path path() {
        return config.catalogue()
                .orElseThrow(() ->
                        CannotStart.because("talon.branch.catalogue is not set; expected the path of a YAML file"));
    }

    CatalogueVersion apply() throws CatalogueMistakes, CatalogueBreaks {
        try {
            String source = Files.readString(path());
            return applyCatalogue.apply(CatalogueReader.read(source), source);
        } catch (IOException unreadable) {
            throw new CatalogueMistakes(List.of("cannot be read: " + unreadable));
        }
    }
}
