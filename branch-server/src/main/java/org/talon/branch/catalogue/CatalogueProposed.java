package org.talon.branch.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A catalogue is about to be taken over; whoever would be left with something that it breaks says so. */
public final class CatalogueProposed {

    private final Catalogue catalogue;
    private final @Nullable Catalogue inForce;
    private final List<String> objections = new ArrayList<>();

    CatalogueProposed(Catalogue catalogue, @Nullable Catalogue inForce) {
        this.catalogue = catalogue;
        this.inForce = inForce;
    }

    /** The one that it would replace; none before the first, nor where this version no longer takes it. */
    public Optional<Catalogue> inForce() {
        return Optional.ofNullable(inForce);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Whether somebody's sessions must not go on as they are: he is gone or disabled, or has another password or other roles; or it is not
     * known who he was.
     */
    public boolean changes(UUID user) {
        return inForce()
                .flatMap(former -> former.staff(user))
                .filter(former ->
                        catalogue.staff(user).filter(former::signsInAs).isPresent())
                .isEmpty();
    }

    /** What would be broken, and by what. */
    public void object(String objection) {
        objections.add(objection);
    }

    List<String> objections() {
        return List.copyOf(objections);
    }
}
