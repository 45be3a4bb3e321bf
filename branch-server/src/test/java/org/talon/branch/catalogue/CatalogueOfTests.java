package org.talon.branch.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The catalogue of the tests, for what is tested without a server. */
public record CatalogueOfTests(CurrentCatalogue current, BranchCalendar calendar) {

    public static CatalogueOfTests at(Clock clock) throws IOException, CatalogueMistakes {
        CurrentCatalogue current = new CurrentCatalogue();
        current.replaceWith(CatalogueReader.read(Files.readString(Path.of("src/test/resources/catalogue.yaml"))), 1);
        return new CatalogueOfTests(current, new BranchCalendar(current, clock));
    }
}
