package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.talon.branch.outbox.Outbox;
import org.talon.shared.time.Ids;

/** Cancels one service of a ticket, whoever wants it; a booked place that lies ahead is free again. */
@ApplicationScoped
public class CancelProduct {

    private final Outbox outbox;
    private final Event<PlaceFreed> freed;
    private final Clock clock;
    private final Ids ids;

    CancelProduct(Outbox outbox, Event<PlaceFreed> freed, Clock clock, Ids ids) {
        this.outbox = outbox;
        this.freed = freed;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param product of a ticket whose lock the caller holds */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(TicketProduct product) {
        Instant now = clock.instant();
        Instant time = product.bookedFor();
        product.cancel(ids, now).forEach(outbox::append);
        if (time != null && time.isAfter(now)) {
            freed.fire(new PlaceFreed(product.productId(), time));
        }
    }
}
