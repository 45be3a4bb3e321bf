package org.talon.branch.ticket;

/** The state of a whole ticket. */
enum TicketState {
    BOOKED(0),
    IN_QUEUE(1),
    INVITED(2),
    OPERATING(3),
    CLOSED(4);

    private final int number;

    TicketState(int number) {
        this.number = number;
    }

    /** As it stands on the wire; fixed for ever. */
    public int number() {
        return number;
    }

    static TicketState of(TicketProductState state) {
        return switch (state) {
            case BOOKED -> BOOKED;
            case IN_QUEUE, HELD -> IN_QUEUE;
            case INVITED -> INVITED;
            case OPERATING -> OPERATING;
            case COMPLETED, REJECTED, CANCELLED, REDIRECTED, EXPIRED -> CLOSED;
        };
    }

    String wireName() {
        return this == IN_QUEUE
                ? "InQueue"
                : name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
