package org.talon.driver;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A ticket of one service, as its branch answers it.
 *
 * @param productId of the service within the ticket
 */
public record Visit(String ticketId, String productId, String number, State state) {

    /** Of a service of a ticket, as api.md numbers them; those that a driver never brings about are left out. */
    public enum State {
        IN_QUEUE(1),
        INVITED(2),
        OPERATING(3),
        COMPLETED(4),
        REJECTED(5),
        CANCELLED(6);

        private final int number;

        State(int number) {
            this.number = number;
        }

        static State of(int number) {
            for (State state : values()) {
                if (state.number == number) {
                    return state;
                }
            }
            throw new IllegalArgumentException("a driver does not know state " + number);
        }
    }

    static Visit of(JsonNode ticket) {
        JsonNode product = ticket.path("Products").path(0);
        return new Visit(
                ticket.path("Id").asText(),
                product.path("Id").asText(),
                ticket.path("FullNumber").asText(),
                State.of(product.path("State").asInt()));
    }
}
