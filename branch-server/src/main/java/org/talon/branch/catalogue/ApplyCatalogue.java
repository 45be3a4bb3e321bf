package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Takes over a catalogue whole, or leaves the one before in force. */
@ApplicationScoped
class ApplyCatalogue {

    private final CatalogueRepository catalogues;
    private final CurrentCatalogue current;
    private final Event<CatalogueApplied> applied;
    private final Clock clock;

    ApplyCatalogue(
            CatalogueRepository catalogues, CurrentCatalogue current, Event<CatalogueApplied> applied, Clock clock) {
        this.catalogues = catalogues;
        this.current = current;
        this.applied = applied;
        this.clock = clock;
    }

    /** Applies what a file says; the same text as last time changes nothing, but is told of again. */
    @Transactional
    void apply(Catalogue catalogue, String source) {
        catalogues.lock();
        if (!Optional.of(source).equals(catalogues.lastApplied())) {
            catalogues.keep(source, clock.instant());
            catalogues.refer(catalogue);
        }
        current.replaceWith(catalogue);
        applied.fire(new CatalogueApplied(catalogue));
    }

    @Transactional
    Optional<String> lastGood() {
        return catalogues.lastApplied();
    }
}
