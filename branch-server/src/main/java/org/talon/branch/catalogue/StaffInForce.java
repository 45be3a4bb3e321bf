package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.talon.shared.http.DomainException;

/**
 * Lets nobody sign in by what this process remembers of him, where another process has taken over a catalogue in which he is another
 * meanwhile.
 */
@ApplicationScoped
public class StaffInForce {

    private final CatalogueRepository catalogues;
    private final CurrentCatalogue current;

    StaffInForce(CatalogueRepository catalogues, CurrentCatalogue current) {
        this.catalogues = catalogues;
        this.current = current;
    }

    /** Until the caller's transaction is over he stays who he is; then a new catalogue ends what was begun here, where it must. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireUnchanged(StaffMember member) {
        catalogues.keepInForce();
        if (inForce().staff(member.id()).filter(member::signsInAs).isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.UNAUTHENTICATED, "wrong-login", "login and password do not belong together");
        }
    }

    private Catalogue inForce() {
        if (catalogues.lastNumber() == current.version()) {
            return current.get();
        }
        try {
            return CatalogueReader.read(catalogues.last().orElseThrow().source());
        } catch (CatalogueMistakes ofAnotherVersion) {
            throw new DomainException(
                    DomainException.Kind.UNAVAILABLE,
                    "starting",
                    "another process of this branch has taken over a catalogue that this one cannot read");
        }
    }
}
