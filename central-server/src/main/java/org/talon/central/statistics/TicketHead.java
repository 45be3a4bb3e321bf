package org.talon.central.statistics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.wire.StateNumbers;

/**
 * A ticket without its services, as a branch shows it; times are UTC.
 *
 * @param pinCode null: branches tell no PIN
 */
record TicketHead(
        UUID id,
        UUID serverId,
        Instant created,
        @Nullable String pinCode,
        String prefix,
        int number,
        String fullNumber,
        int state,
        String stateName) {

    /** The farthest of them that goes on says how far the ticket is. */
    private static final List<String> FROM_FARTHEST = List.of("Operating", "Invited", "InQueue", "Booked");

    /** @param products names of the states of its services */
    static TicketHead of(UUID id, UUID serverId, Instant created, String prefix, int number, List<String> products) {
        String state = stateOf(products);
        return new TicketHead(
                id,
                serverId,
                created,
                null,
                prefix,
                number,
                prefix + "%03d".formatted(number),
                StateNumbers.ofTicket(state),
                state);
    }

    static String stateOf(List<String> products) {
        return FROM_FARTHEST.stream()
                .filter(state -> products.contains(state) || (state.equals("InQueue") && products.contains("Held")))
                .findFirst()
                .orElse("Closed");
    }
}
