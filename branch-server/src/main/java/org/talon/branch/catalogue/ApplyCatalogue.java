package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes over a catalogue whole, or leaves the one before in force. */
@ApplicationScoped
class ApplyCatalogue {

    private final CatalogueRepository catalogues;
    private final CurrentCatalogue current;
    private final Event<CatalogueProposed> proposed;
    private final Event<CatalogueApplied> applied;
    private final Clock clock;

    ApplyCatalogue(
            CatalogueRepository catalogues,
            CurrentCatalogue current,
            Event<CatalogueProposed> proposed,
            Event<CatalogueApplied> applied,
            Clock clock) {
        this.catalogues = catalogues;
        this.current = current;
        this.proposed = proposed;
        this.applied = applied;
        this.clock = clock;
    }

    /** Applies what a file says; the same text as last time changes nothing, but is told of again. */
    @Transactional(rollbackOn = CatalogueBreaks.class)
    CatalogueVersion apply(Catalogue catalogue, String source) throws CatalogueBreaks {
        catalogues.lock();
        Optional<CatalogueVersion> last = catalogues.last();
        boolean changed =
                last.filter(version -> version.source().equals(source)).isEmpty();
        if (changed) {
            catalogues.withdrawProductsNotIn(catalogue);
            catalogues.refer(catalogue); // workplaces before sessions, as whoever identifies takes them
            requireNothingBroken(catalogue, last.flatMap(ApplyCatalogue::read).orElse(null));
            catalogues.keep(source, clock.instant());
        }
        CatalogueVersion version = catalogues.last().orElseThrow();
        current.replaceWith(catalogue, version.number());
        applied.fire(new CatalogueApplied(catalogue));
        return version;
    }

    /** Empty where this version of Talon no longer takes what an earlier one took. */
    private static Optional<Catalogue> read(CatalogueVersion version) {
        try {
            return Optional.of(CatalogueReader.read(version.source()));
        } catch (CatalogueMistakes outgrown) {
            return Optional.empty();
        }
    }

    private void requireNothingBroken(Catalogue catalogue, @Nullable Catalogue inForce) throws CatalogueBreaks {
        CatalogueProposed proposal = new CatalogueProposed(catalogue, inForce);
        if (inForce != null && !inForce.branch().id().equals(catalogue.branch().id())) {
            proposal.object("branch.id: this database is that of "
                    + inForce.branch().id() + "; another branch needs one of its own");
        }
        proposed.fire(proposal);
        if (!proposal.objections().isEmpty()) {
            throw new CatalogueBreaks(proposal.objections());
        }
    }

    @Transactional
    Optional<CatalogueVersion> lastGood() {
        return catalogues.last();
    }

    /** Takes over what another process of this branch has applied. */
    @Transactional
    void follow() throws CatalogueMistakes {
        if (catalogues.lastNumber() > current.version()) {
            CatalogueVersion version = catalogues.last().orElseThrow();
            current.replaceWith(CatalogueReader.read(version.source()), version.number());
        }
    }
}
