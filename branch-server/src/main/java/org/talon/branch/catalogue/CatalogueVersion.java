package org.talon.branch.catalogue;

import java.time.Instant;

/** A catalogue as it was applied, to the letter. */
record CatalogueVersion(int number, String source, Instant appliedAt) {}
