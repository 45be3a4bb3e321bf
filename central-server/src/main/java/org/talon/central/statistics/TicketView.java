package org.talon.central.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A ticket with its services, as a branch shows it. */
record TicketView(@JsonUnwrapped TicketHead head, List<TicketProductView> products) {}
