package org.talon.shared.figures;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRejected;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;

/** What an event adds to the figures of its branch, filed under its business date and hour. */
public final class EventFigures {

    private EventFigures() {}

    public static void of(BranchEvent event, LocalDate date, int hour, BiConsumer<FigureKey, Tally> adds) {
        switch (event) {
            case TicketIssued e ->
                e.products()
                        .forEach(
                                product -> adds.accept(unserved(date, hour, product.productId()), new Tally().issue()));
            case ProductCancelled e -> adds.accept(unserved(date, hour, e.productId()), new Tally().cancel());
            case VisitorInvited e -> {
                if (e.waitedSeconds() != null) {
                    adds.accept(
                            new FigureKey(date, hour, e.productId(), e.userId(), e.workPlaceId()),
                            new Tally().call(e.waitedSeconds(), Boolean.TRUE.equals(e.withinTarget())));
                }
            }
            case VisitorRejected e ->
                adds.accept(
                        new FigureKey(date, hour, e.productId(), e.userId(), e.workPlaceId()), new Tally().reject());
            case ServiceCompleted e ->
                adds.accept(
                        new FigureKey(date, hour, e.productId(), e.userId(), e.workPlaceId()),
                        new Tally().complete(e.servedSeconds()));
            case ServiceStarted e -> {}
            case PriorityChanged e -> {}
            case WorkPlaceOpened e -> {}
            case WorkPlaceClosed e -> {}
            case BranchIntroduced e -> {}
            case Heartbeat e -> {}
        }
    }

    private static FigureKey unserved(LocalDate date, int hour, UUID productId) {
        return new FigureKey(date, hour, productId, null, null);
    }
}
