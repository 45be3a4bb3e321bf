package org.talon.shared.wire;

import java.util.List;

/** The numbers by which clients know states; fixed for ever. */
public final class StateNumbers {

    private static final List<String> OF_PRODUCT = List.of(
            "Booked",
            "InQueue",
            "Invited",
            "Operating",
            "Completed",
            "Rejected",
            "Cancelled",
            "Held",
            "Redirected",
            "Expired");

    private static final List<String> OF_TICKET = List.of("Booked", "InQueue", "Invited", "Operating", "Closed");

    private StateNumbers() {}

    /** Of one service of a ticket, by its name on the wire. */
    public static int ofProduct(String name) {
        return number(OF_PRODUCT, name);
    }

    /** Of a whole ticket, by its name on the wire. */
    public static int ofTicket(String name) {
        return number(OF_TICKET, name);
    }

    private static int number(List<String> names, String name) {
        int number = names.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("there is no state " + name);
        }
        return number;
    }
}
