package org.talon.branch.catalogue;

import java.util.List;

/** A catalogue file cannot be used; each mistake says its line, its place and what was expected. */
public final class CatalogueMistakes extends Exception {

    private final transient List<String> mistakes;

    CatalogueMistakes(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
