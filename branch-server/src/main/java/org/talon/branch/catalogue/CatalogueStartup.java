package org.talon.branch.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.talon.branch.platform.CannotStart;

/** Reads the catalogue file at start; where it has a mistake, the branch keeps its last good one and says so. */
@ApplicationScoped
public class CatalogueStartup {

    /** Before whatever needs a catalogue. */
    public static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(CatalogueStartup.class);

    private final CatalogueFile file;
    private final ApplyCatalogue applyCatalogue;

    CatalogueStartup(CatalogueFile file, ApplyCatalogue applyCatalogue) {
        this.file = file;
        this.applyCatalogue = applyCatalogue;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            file.apply();
        } catch (CatalogueMistakes wrong) {
            keepLastGood(wrong.mistakes());
        } catch (CatalogueBreaks broken) {
            keepLastGood(broken.objections());
        }
    }

    private void keepLastGood(List<String> mistakes) {
        mistakes.forEach(mistake -> LOG.errorf("catalogue %s: %s", file.path(), mistake));
        String source = applyCatalogue
                .lastGood()
                .orElseThrow(() -> CannotStart.because("the catalogue " + file.path()
                        + " cannot be used and there is no earlier one: " + mistakes.getFirst()))
                .source();
        try {
            applyCatalogue.apply(CatalogueReader.read(source), source);
            LOG.errorf("catalogue %s: not used; the last good one stays in force", file.path());
        } catch (CatalogueMistakes | CatalogueBreaks outgrown) {
            throw CannotStart.because("the last good catalogue no longer fits this version: " + outgrown.getMessage());
        }
    }
}
