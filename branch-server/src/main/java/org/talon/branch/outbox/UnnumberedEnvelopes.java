package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.time.Ids;

/** Puts into its envelope what the branch says beside its facts: it has no number and stands in no log. */
@ApplicationScoped
class UnnumberedEnvelopes {

    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final EventCodec codec;
    private final Ids ids;

    UnnumberedEnvelopes(CurrentCatalogue catalogue, BranchCalendar calendar, EventCodec codec, Ids ids) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.codec = codec;
        this.ids = ids;
    }

    EventEnvelope of(BranchEvent event, int epoch) {
        return new EventEnvelope(
                catalogue.get().branch().id(),
                epoch,
                null,
                ids.next(),
                EventCodec.typeOf(event),
                EventCodec.VERSION,
                event.at(),
                calendar.dateOf(event.at()),
                calendar.hourOf(event.at()),
                codec.data(event));
    }
}
