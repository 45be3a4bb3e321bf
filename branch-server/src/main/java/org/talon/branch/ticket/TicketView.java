package org.talon.branch.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A ticket with its services on the wire. */
public record TicketView(@JsonUnwrapped TicketHeadView head, List<TicketProductView> products) {}
