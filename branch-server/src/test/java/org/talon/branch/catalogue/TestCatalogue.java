package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;

/** The catalogue of the tests, and what a test makes of it for itself. */
@ApplicationScoped
public class TestCatalogue {

    private static final Path USUAL = Path.of("src/test/resources/catalogue.yaml");

    private final ApplyCatalogue applyCatalogue;

    TestCatalogue(ApplyCatalogue applyCatalogue) {
        this.applyCatalogue = applyCatalogue;
    }

    public void usual() throws Exception {
        apply(Files.readString(USUAL));
    }

    /** The usual one with one part replaced. */
    public void with(String part, String other) throws Exception {
        String usual = Files.readString(USUAL);
        if (!usual.contains(part)) {
            throw new IllegalArgumentException("the catalogue of the tests does not say " + part);
        }
        apply(usual.replace(part, other));
    }

    private void apply(String yaml) throws Exception {
        applyCatalogue.apply(CatalogueReader.read(yaml), yaml);
    }
}
