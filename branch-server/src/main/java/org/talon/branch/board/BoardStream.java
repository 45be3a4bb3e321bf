package org.talon.branch.board;

import org.talon.shared.http.EventStream;

/** A board that watches. */
record BoardStream(String clientId, EventStream events) {}
