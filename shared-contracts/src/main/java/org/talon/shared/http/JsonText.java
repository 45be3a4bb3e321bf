package org.talon.shared.http;

import com.fasterxml.jackson.annotation.JsonValue;

/** A text answered as a JSON string, in quotes: JAX-RS would write a bare String without them. */
public record JsonText(@JsonValue String text) {}
