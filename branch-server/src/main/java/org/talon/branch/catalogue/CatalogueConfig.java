package org.talon.branch.catalogue;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the catalogue file stands. */
@ConfigMapping(prefix = "talon.branch")
interface CatalogueConfig {
    Optional<Path> catalogue();
}
