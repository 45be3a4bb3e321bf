package org.talon.branch.catalogue;

import java.util.ArrayList;
import java.util.List;

/** A catalogue is about to be taken over; whoever would be left with something that it breaks says so. */
public final class CatalogueProposed {

    private final Catalogue catalogue;
    private final List<String> objections = new ArrayList<>();

    CatalogueProposed(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** What would be broken, and by what. */
    public void object(String objection) {
        objections.add(objection);
    }

    List<String> objections() {
        return List.copyOf(objections);
    }
}
