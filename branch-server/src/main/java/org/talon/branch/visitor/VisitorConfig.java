package org.talon.branch.visitor;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where visitors find the branch. */
@ConfigMapping(prefix = "talon.branch")
interface VisitorConfig {

    /** Its address as a visitor's telephone knows it; without one, a ticket names the address that it was asked at. */
    Optional<URI> publicUrl();
}
