package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Product;
import org.talon.branch.ticket.GivenFields;
import org.talon.branch.ticket.IssueTicket;
import org.talon.branch.ticket.PlaceFreed;
import org.talon.branch.ticket.Ticket;
import org.talon.shared.http.DomainException;

/** Books a time for a visitor. No time is ever booked by more visitors than may, whoever asks at once. */
@ApplicationScoped
class BookSlot {

    private final SlotTimes times;
    private final SlotRepository slots;
    private final IssueTicket issueTicket;
    private final CurrentCatalogue catalogue;
    private final Clock clock;

    BookSlot(SlotTimes times, SlotRepository slots, IssueTicket issueTicket, CurrentCatalogue catalogue, Clock clock) {
        this.times = times;
        this.slots = slots;
        this.issueTicket = issueTicket;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Who asks, and whether he does not have to confirm. */
    record Booker(String identity, boolean confirms) {}

    @Transactional
    Ticket book(Product product, LocalDate date, LocalTime time, GivenFields fields, Booker booker) {
        SlotTimes.SlotTime slot = times.on(date, product).stream()
                .filter(open -> open.local().equals(time))
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.REFUSED,
                        "slot-unavailable",
                        product.name() + " cannot be booked for " + date + " " + time + "; ask booking/schedule/days"));
        if (!slots.take(product.id(), slot.at(), SlotTimes.slotsOf(product).capacity())) {
            throw new DomainException(
                    DomainException.Kind.REFUSED, "slot-full", "all places at " + date + " " + time + " are taken");
        }
        Duration patience = Duration.ofMinutes(catalogue.get().booking().confirmWithinMinutes());
        return issueTicket.book(
                product,
                fields,
                slot.at(),
                booker.identity(),
                booker.confirms() ? null : clock.instant().plus(patience));
    }

    void onFreed(@Observes PlaceFreed freed) {
        slots.free(freed.productId(), freed.time());
    }
}
