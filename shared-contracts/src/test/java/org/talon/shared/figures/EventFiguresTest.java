package org.talon.shared.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.event.BookingConfirmed;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.BreakBegan;
import org.talon.shared.event.BreakEnded;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.EventSamples;
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

class EventFiguresTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    private static final int HOUR = 9;
    private static final Instant AT = Instant.parse("2026-11-23T06:15:00Z");
    private static final UUID TICKET = new UUID(0, 1);
    private static final UUID TICKET_PRODUCT = new UUID(0, 2);
    private static final UUID PAYMENTS = new UUID(0, 3);
    private static final UUID CREDITS = new UUID(0, 4);
    private static final UUID PLACE = new UUID(0, 5);
    private static final UUID USER = new UUID(0, 6);

    private static final FigureKey UNSERVED = new FigureKey(DATE, HOUR, PAYMENTS, null, null);
    private static final FigureKey SERVED = new FigureKey(DATE, HOUR, PAYMENTS, USER, PLACE);

    @Test
    void an_issued_ticket_counts_once_for_each_service() {
        TicketIssued issued = new TicketIssued(
                TICKET,
                "A",
                1,
                List.of(new IssuedProduct(TICKET_PRODUCT, PAYMENTS, 0), new IssuedProduct(new UUID(0, 7), CREDITS, 5)),
                AT);

        assertThat(figuresOf(issued))
                .isEqualTo(Map.of(
                        UNSERVED,
                        new Tally().issue().counts(),
                        new FigureKey(DATE, HOUR, CREDITS, null, null),
                        new Tally().issue().counts()));
    }

    static List<BranchEvent> otherEventsThatIssueBoth() {
        List<IssuedProduct> both =
                List.of(new IssuedProduct(TICKET_PRODUCT, PAYMENTS, 0), new IssuedProduct(new UUID(0, 7), CREDITS, 5));
        return List.of(
                new TicketBooked(TICKET, "A", 1, both, AT.plusSeconds(86_400), true, AT),
                new RoutePlanned(TICKET, new UUID(0, 8), both, AT));
    }

    @ParameterizedTest
    @MethodSource("otherEventsThatIssueBoth")
    void what_is_booked_or_planned_counts_as_issued_at_once(BranchEvent event) {
        Tally.Counts one = new Tally().issue().counts();

        assertThat(figuresOf(event))
                .isEqualTo(Map.of(UNSERVED, one, new FigureKey(DATE, HOUR, CREDITS, null, null), one));
    }

    @Test
    void an_added_service_counts_as_issued() {
        assertThat(figuresOf(new ProductAdded(TICKET_PRODUCT, TICKET, PAYMENTS, 0, AT)))
                .isEqualTo(Map.of(UNSERVED, new Tally().issue().counts()));
    }

    @Test
    void a_service_of_one_ticket_twice_counts_twice() {
        IssuedProduct once = new IssuedProduct(TICKET_PRODUCT, PAYMENTS, 0);
        IssuedProduct again = new IssuedProduct(new UUID(0, 7), PAYMENTS, 0);

        assertThat(figuresOf(new RoutePlanned(TICKET, new UUID(0, 8), List.of(once, again), AT)))
                .isEqualTo(Map.of(UNSERVED, new Tally().issue().issue().counts()));
    }

    @Test
    void the_first_call_counts_the_wait() {
        assertThat(figuresOf(invited(1, 901L, false)))
                .isEqualTo(Map.of(SERVED, new Tally().call(901, false).counts()));
        assertThat(figuresOf(invited(1, 900L, true)))
                .isEqualTo(Map.of(SERVED, new Tally().call(900, true).counts()));
    }

    @Test
    void a_later_call_counts_nothing() {
        assertThat(figuresOf(invited(2, null, null))).isEmpty();
    }

    @Test
    void an_end_of_service_counts_its_seconds() {
        assertThat(figuresOf(new ServiceCompleted(TICKET_PRODUCT, TICKET, PAYMENTS, PLACE, USER, 245, AT)))
                .isEqualTo(Map.of(SERVED, new Tally().complete(245).counts()));
    }

    @Test
    void a_visitor_who_did_not_come_counts_where_he_was_called() {
        assertThat(figuresOf(new VisitorRejected(TICKET_PRODUCT, TICKET, PAYMENTS, PLACE, USER, AT)))
                .isEqualTo(Map.of(SERVED, new Tally().reject().counts()));
    }

    @Test
    void a_cancellation_counts_for_the_service_alone() {
        assertThat(figuresOf(new ProductCancelled(TICKET_PRODUCT, TICKET, PAYMENTS, AT)))
                .isEqualTo(Map.of(UNSERVED, new Tally().cancel().counts()));
    }

    @Test
    void a_booking_whose_visitor_never_came_counts_for_the_service_alone() {
        assertThat(figuresOf(new ProductExpired(TICKET_PRODUCT, TICKET, PAYMENTS, AT)))
                .isEqualTo(Map.of(UNSERVED, new Tally().expire().counts()));
    }

    @Test
    void a_redirect_counts_the_service_until_then_where_it_was_and_issues_nothing() {
        assertThat(figuresOf(redirected(PLACE, USER, 245L)))
                .isEqualTo(Map.of(SERVED, new Tally().redirect(245L).counts()));
    }

    @Test
    void a_redirect_from_the_queue_counts_no_service() {
        assertThat(figuresOf(redirected(null, null, null)))
                .isEqualTo(Map.of(UNSERVED, new Tally().redirect(null).counts()));
    }

    static List<BranchEvent> eventsThatAreNoFigures() {
        return EventSamples.all().stream()
                .map(EventSamples.Sample::event)
                .filter(event -> event instanceof ServiceStarted
                        || event instanceof PriorityChanged
                        || event instanceof SurveyFinished
                        || event instanceof BookingConfirmed
                        || event instanceof ProductQueued
                        || event instanceof VisitorHeld
                        || event instanceof VisitorReturned
                        || event instanceof BreakBegan
                        || event instanceof BreakEnded
                        || event instanceof WorkPlaceOpened
                        || event instanceof WorkPlaceClosed
                        || event instanceof BranchIntroduced
                        || event instanceof DayDigest
                        || event instanceof EpochBegan
                        || event instanceof Heartbeat
                        || event instanceof LogBegins)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("eventsThatAreNoFigures")
    void other_events_count_nothing(BranchEvent event) {
        assertThat(figuresOf(event)).isEmpty();
    }

    private static VisitorInvited invited(int calls, Long waited, Boolean withinTarget) {
        return new VisitorInvited(TICKET_PRODUCT, TICKET, PAYMENTS, PLACE, USER, calls, waited, withinTarget, AT);
    }

    private static VisitorRedirected redirected(UUID place, UUID user, Long served) {
        IssuedProduct next = new IssuedProduct(new UUID(0, 7), CREDITS, 0);
        return new VisitorRedirected(
                TICKET_PRODUCT, TICKET, PAYMENTS, place, user, served, next, null, null, AT.minusSeconds(600), AT);
    }

    private static Map<FigureKey, Tally.Counts> figuresOf(BranchEvent event) {
        Map<FigureKey, Tally> tallies = new LinkedHashMap<>();
        EventFigures.of(event, DATE, HOUR, (key, adds) -> tallies.merge(key, adds, Tally::add));
        Map<FigureKey, Tally.Counts> figures = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> figures.put(key, tally.counts()));
        return figures;
    }
}
