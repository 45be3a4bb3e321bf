package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talon.shared.wire.StateNumbers;

/** Branch and centre know a state by the same name and number. */
class StateNumbersTest {

    @ParameterizedTest
    @EnumSource
    void of_services(TicketProductState state) {
        assertThat(StateNumbers.ofProduct(state.wireName())).isEqualTo(state.number());
    }

    @ParameterizedTest
    @EnumSource
    void of_tickets(TicketState state) {
        assertThat(StateNumbers.ofTicket(state.wireName())).isEqualTo(state.number());
    }
}
