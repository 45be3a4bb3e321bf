package org.talon.shared.event;

import java.time.Instant;
import java.util.UUID;

/** A booking was confirmed: it does not lapse any more. Since v1. */
public record BookingConfirmed(UUID ticketId, Instant at) implements BranchEvent {}
