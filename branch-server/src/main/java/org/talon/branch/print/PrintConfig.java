package org.talon.branch.print;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where visitors find the branch. */
@ConfigMapping(prefix = "talon.branch")
interface PrintConfig {

    /** Its address as a visitor's telephone knows it; without one, a ticket names the address that it was asked at. */
    Optional<URI> publicUrl();
}
