package org.talon.branch.ticket;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.Product;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** Which tickets a list shows; no states at all means every state. */
record TicketFilter(Set<TicketProductState> states, Optional<UUID> productId) {

    private static final Set<TicketProductState> IN_THE_HALL = EnumSet.of(
            TicketProductState.IN_QUEUE,
            TicketProductState.INVITED,
            TicketProductState.OPERATING,
            TicketProductState.HELD);

    static TicketFilter of(Parameters parameters, Catalogue catalogue) {
        return new TicketFilter(
                parameters.text("state").map(TicketFilter::states).orElse(IN_THE_HALL),
                parameters.text("productId").map(reference -> product(reference, catalogue)));
    }

    private static UUID product(String reference, Catalogue catalogue) {
        return catalogue
                .productByAnyName(reference)
                .map(Product::id)
                .orElseThrow(() -> ProductUnknown.named(reference));
    }

    /** {@code all}, a number such as {@code 1}, or a name such as {@code InQueue}. */
    private static Set<TicketProductState> states(String value) {
        if (value.toLowerCase(Locale.ROOT).equals("all")) {
            return Set.of();
        }
        for (TicketProductState state : TicketProductState.values()) {
            if (state.wireName().equalsIgnoreCase(value)
                    || String.valueOf(state.number()).equals(value)) {
                return EnumSet.of(state);
            }
        }
        throw DomainException.badParameter("state", "expected all, a number 0…9 or a name such as InQueue");
    }
}
