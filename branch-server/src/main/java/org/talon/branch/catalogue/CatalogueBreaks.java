package org.talon.branch.catalogue;

import java.util.List;

/** A catalogue is well formed, but would break what goes on in the hall. */
public final class CatalogueBreaks extends Exception {

    private final transient List<String> objections;

    CatalogueBreaks(List<String> objections) {
        super(String.join("; ", objections));
        this.objections = List.copyOf(objections);
    }

    public List<String> objections() {
        return objections;
    }
}
