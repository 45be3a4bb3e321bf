package org.talon.invariants;

import java.util.HashMap;
import java.util.Map;
import org.talon.invariants.HallDatabase.Happened;

/** Who is where, event by event. */
final class Places {
    private final Map<String, String> deskOfTicket = new HashMap<>();
    private final Map<String, String> ticketAtDesk = new HashMap<>();
    private final Map<String, String> called = new HashMap<>();
    private long visitorsAtTwoDesks;
    private long desksWithTwoVisitors;
    private long impossible;
    private long recalls;

    void take(Happened event) {
        String ticket = event.data().path("TicketId").asText();
        String desk = event.data().path("WorkPlaceId").asText();
        String part = event.data().path("TicketProductId").asText();
        switch (event.type()) {
            case "VisitorInvited" -> {
                if (part.equals(called.get(desk))) {
                    recalls++;
                } else {
                    goes(ticket, desk, part);
                }
            }
            case "ServiceStarted" -> impossible += part.equals(called.get(desk)) ? 0 : 1;
            case "ServiceCompleted", "VisitorRejected", "VisitorHeld" -> leaves(ticket, desk, part);
            case "VisitorRedirected" -> leaves(ticket, desk, part);
            default -> {}
        }
    }

    private void goes(String ticket, String desk, String part) {
        visitorsAtTwoDesks += deskOfTicket.put(ticket, desk) == null ? 0 : 1;
        desksWithTwoVisitors += ticketAtDesk.put(desk, ticket) == null ? 0 : 1;
        called.put(desk, part);
    }

    private void leaves(String ticket, String desk, String part) {
        boolean wasThere = desk.equals(deskOfTicket.remove(ticket))
                && ticket.equals(ticketAtDesk.remove(desk))
                && part.equals(called.remove(desk));
        impossible += wasThere ? 0 : 1;
    }

    long visitorsAtTwoDesks() {
        return visitorsAtTwoDesks;
    }

    long desksWithTwoVisitors() {
        return desksWithTwoVisitors;
    }

    long impossible() {
        return impossible;
    }

    long recalls() {
        return recalls;
    }
}
