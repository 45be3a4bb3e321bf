package org.talon.branch.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import org.talon.branch.platform.CannotStart;

/** Reads the catalogue file at start; where it has a mistake, the branch keeps its last good one and says so. */
@ApplicationScoped
public class CatalogueStartup {

    /** Before whatever needs a catalogue. */
    public static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(CatalogueStartup.class);

    private final CatalogueConfig config;
    private final ApplyCatalogue applyCatalogue;

    CatalogueStartup(CatalogueConfig config, ApplyCatalogue applyCatalogue) {
        this.config = config;
        this.applyCatalogue = applyCatalogue;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        Path file = config.catalogue()
                .orElseThrow(() ->
                        CannotStart.because("talon.branch.catalogue is not set; expected the path of a YAML file"));
        try {
            String source = Files.readString(file);
            applyCatalogue.apply(CatalogueReader.read(source), source);
        } catch (IOException unreadable) {
            keepLastGood(file, List.of("cannot be read: " + unreadable));
        } catch (CatalogueMistakes wrong) {
            keepLastGood(file, wrong.mistakes());
        }
    }

    private void keepLastGood(Path file, List<String> mistakes) {
        mistakes.forEach(mistake -> LOG.errorf("catalogue %s: %s", file, mistake));
        String source = applyCatalogue
                .lastGood()
                .orElseThrow(() -> CannotStart.because("the catalogue " + file
                        + " cannot be used and there is no earlier one: " + mistakes.getFirst()));
        try {
            applyCatalogue.apply(CatalogueReader.read(source), source);
            LOG.errorf("catalogue %s: not used; the last good one stays in force", file);
        } catch (CatalogueMistakes outgrown) {
            throw CannotStart.because("the last good catalogue no longer fits this version: " + outgrown.getMessage());
        }
    }
}
