package org.talon.branch.ticket;

import java.time.Instant;
import java.util.UUID;

/** A booking was given up before its time; told inside the transaction that gives it up. */
public record PlaceFreed(UUID productId, Instant time) {}
