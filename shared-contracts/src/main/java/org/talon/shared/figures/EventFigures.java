package org.talon.shared.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.talon.shared.event.BookingConfirmed;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.BreakBegan;
import org.talon.shared.event.BreakEnded;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.event.LogBegins;
import org.talon.shared.event.PriorityChanged;
import org.talon.shared.event.ProductAdded;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ProductExpired;
import org.talon.shared.event.ProductQueued;
import org.talon.shared.event.RoutePlanned;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.SurveyFinished;
import org.talon.shared.event.TicketBooked;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.TicketIssued.IssuedProduct;
import org.talon.shared.event.VisitorHeld;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRedirected;
import org.talon.shared.event.VisitorRejected;
import org.talon.shared.event.VisitorReturned;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;

/** What an event adds to the figures of its branch, filed under its business date and hour. */
public final class EventFigures {

    private EventFigures() {}

    public static void of(BranchEvent event, LocalDate date, int hour, BiConsumer<FigureKey, Tally> adds) {
        switch (event) {
            case TicketIssued e -> issued(e.products(), date, hour, adds);
            case TicketBooked e -> issued(e.products(), date, hour, adds);
            case RoutePlanned e -> issued(e.products(), date, hour, adds);
            case ProductAdded e -> adds.accept(unserved(date, hour, e.productId()), new Tally().issue());
            case ProductCancelled e -> adds.accept(unserved(date, hour, e.productId()), new Tally().cancel());
            case ProductExpired e -> adds.accept(unserved(date, hour, e.productId()), new Tally().expire());
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
            case VisitorRedirected e ->
                adds.accept(
                        new FigureKey(date, hour, e.productId(), e.userId(), e.workPlaceId()),
                        new Tally().redirect(e.servedSeconds()));
            case ServiceCompleted e ->
                adds.accept(
                        new FigureKey(date, hour, e.productId(), e.userId(), e.workPlaceId()),
                        new Tally().complete(e.servedSeconds()));
            case ServiceStarted e -> {}
            case PriorityChanged e -> {}
            case SurveyFinished e -> {}
            case BookingConfirmed e -> {}
            case ProductQueued e -> {}
            case VisitorHeld e -> {}
            case VisitorReturned e -> {}
            case WorkPlaceOpened e -> {}
            case WorkPlaceClosed e -> {}
            case BreakBegan e -> {}
            case BreakEnded e -> {}
            case BranchIntroduced e -> {}
            case DayDigest e -> {}
            case EpochBegan e -> {}
            case Heartbeat e -> {}
            case LogBegins e -> {}
        }
    }

    private static void issued(
            List<IssuedProduct> products, LocalDate date, int hour, BiConsumer<FigureKey, Tally> adds) {
        products.forEach(product -> adds.accept(unserved(date, hour, product.productId()), new Tally().issue()));
    }

    private static FigureKey unserved(LocalDate date, int hour, UUID productId) {
        return new FigureKey(date, hour, productId, null, null);
    }
}
