package org.talon.branch.operation;

import java.util.Locale;
import org.talon.branch.ticket.TicketProductState;

/** What goes on at a workplace. */
public enum WorkPlaceState {
    CLOSED(0),
    FREE(1),
    INVITED(2),
    OPERATING(3),
    BREAK(4);

    private final int number;

    WorkPlaceState(int number) {
        this.number = number;
    }

    /** As it stands on the wire; fixed for ever. */
    public int number() {
        return number;
    }

    static WorkPlaceState with(TicketProductState visitor) {
        return visitor == TicketProductState.OPERATING ? OPERATING : INVITED;
    }

    public String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
