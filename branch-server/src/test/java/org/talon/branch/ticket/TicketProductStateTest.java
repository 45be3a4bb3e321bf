package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketProductStateTest {

    /** The table of moves, written down a second time, from the description of the API. */
    private static final Set<String> ALLOWED = Set.of(
            "BOOKED>IN_QUEUE",
            "BOOKED>CANCELLED",
            "BOOKED>EXPIRED",
            "IN_QUEUE>INVITED",
            "IN_QUEUE>CANCELLED",
            "IN_QUEUE>REDIRECTED",
            "INVITED>OPERATING",
            "INVITED>REJECTED",
            "OPERATING>COMPLETED",
            "OPERATING>HELD",
            "OPERATING>REDIRECTED",
            "HELD>INVITED",
            "HELD>IN_QUEUE",
            "HELD>CANCELLED",
            "HELD>REDIRECTED");

    static Stream<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        for (var from : TicketProductState.values()) {
            for (var to : TicketProductState.values()) {
                pairs.add(Arguments.of(from, to));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void only_the_moves_of_the_table_are_allowed(TicketProductState from, TicketProductState to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + ">" + to));
    }

    @Test
    void numbers_and_names_are_those_of_the_contract() {
        assertThat(Stream.of(TicketProductState.values()).map(s -> s.number() + " " + s.wireName()))
                .containsExactly(
                        "0 Booked",
                        "1 InQueue",
                        "2 Invited",
                        "3 Operating",
                        "4 Completed",
                        "5 Rejected",
                        "6 Cancelled",
                        "7 Held",
                        "8 Redirected",
                        "9 Expired");
    }
}
