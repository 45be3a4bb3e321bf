package org.talon.branch.catalogue;

/** A machine that issues tickets. Of its token only the SHA-256, in lower-case hex, is known. */
public record Kiosk(String clientId, String tokenSha256) {}
