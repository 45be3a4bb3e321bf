package org.talon.branch.ticket;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The states of one service of a ticket, and the table of moves between them.
 *
 * <pre>
 *  BOOKED ──► IN_QUEUE ──► INVITED ──► OPERATING ──► COMPLETED
 *    │ │         │ │         │  ▲         │  │
 *    │ └►EXPIRED │ └►REDIRECTED◄│─────────┘  │
 *    └──►CANCELLED  REJECTED◄┘  └── HELD ◄───┘
 *          ▲                         │ (HELD may become IN_QUEUE, CANCELLED and REDIRECTED too)
 *          └─────────────────────────┘
 * </pre>
 */
public enum TicketProductState {
    BOOKED(0),
    IN_QUEUE(1),
    INVITED(2),
    OPERATING(3),
    COMPLETED(4),
    REJECTED(5),
    CANCELLED(6),
    HELD(7),
    REDIRECTED(8),
    EXPIRED(9);

    private final int number;

    TicketProductState(int number) {
        this.number = number;
    }

    /** As it stands on the wire; fixed for ever. */
    public int number() {
        return number;
    }

    private static final Map<TicketProductState, Set<TicketProductState>> NEXT = Map.of(
            BOOKED, EnumSet.of(IN_QUEUE, CANCELLED, EXPIRED),
            IN_QUEUE, EnumSet.of(INVITED, CANCELLED, REDIRECTED),
            INVITED, EnumSet.of(OPERATING, REJECTED),
            OPERATING, EnumSet.of(COMPLETED, HELD, REDIRECTED),
            HELD, EnumSet.of(INVITED, IN_QUEUE, CANCELLED, REDIRECTED));

    public boolean mayBecome(TicketProductState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isEnd() {
        return !NEXT.containsKey(this);
    }

    /** Whether the visitor is at a workplace, or on the way to it. */
    public boolean isAtWorkPlace() {
        return this == INVITED || this == OPERATING;
    }

    /** As it stands on the wire: {@code InQueue}. */
    public String wireName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }
}
