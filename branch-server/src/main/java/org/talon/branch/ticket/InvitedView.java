package org.talon.branch.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A visitor who was just called, and why he. */
public record InvitedView(@JsonUnwrapped TicketProductView visitor, SelectionReason selectionReason) {}
