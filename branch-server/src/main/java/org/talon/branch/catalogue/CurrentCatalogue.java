package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;

/** The catalogue that holds at this moment. */
@ApplicationScoped
public class CurrentCatalogue {

    private volatile @Nullable Catalogue catalogue;
    private volatile int version;

    public Catalogue get() {
        return Optional.ofNullable(catalogue)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNAVAILABLE, "starting", "the branch has not read its catalogue yet"));
    }

    /** The number under which it was applied; 0 before there is one. */
    int version() {
        return version;
    }

    synchronized void replaceWith(Catalogue next, int itsVersion) {
        catalogue = next;
        version = itsVersion;
    }
}
