package org.talon.shared.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.talon.shared.event.BranchIntroduced.Named;
import org.talon.shared.event.SurveyFinished.SurveyReply;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/** One event for each golden file. */
public final class EventSamples {

    private static final Instant AT = Instant.parse("2026-11-23T06:15:00.250Z");
    private static final UUID TICKET = UUID.fromString("01936b1e-7c00-7000-8000-000000000001");
    private static final UUID TICKET_PRODUCT = UUID.fromString("01936b1e-7c00-7000-8000-000000000002");
    private static final UUID OTHER_TICKET_PRODUCT = UUID.fromString("01936b1e-7c00-7000-8000-000000000003");
    private static final UUID CHAIN = UUID.fromString("01936b1e-7c00-7000-8000-000000000004");
    private static final UUID PRODUCT = UUID.fromString("0a6f1c1e-0c55-3b5e-8f53-2f1f5a0c0117");
    private static final UUID OTHER_PRODUCT = UUID.fromString("0a6f1c1e-0c55-3b5e-8f53-2f1f5a0c0118");
    private static final UUID PLACE = UUID.fromString("1b7e2d2f-1d66-3c6f-9a64-3a2a6b1d0001");
    private static final UUID OTHER_PLACE = UUID.fromString("1b7e2d2f-1d66-3c6f-9a64-3a2a6b1d0002");
    private static final UUID RUN = UUID.fromString("01936b1e-7c00-7000-8000-000000000004");
    private static final UUID SURVEY = UUID.fromString("3da04b4b-3f88-3e8b-9c86-5c4c8d3f0001");
    private static final UUID USER = UUID.fromString("2c8f3e3a-2e77-3d7a-8b75-4b3b7c2e0001");
    private static final UUID OTHER_USER = UUID.fromString("2c8f3e3a-2e77-3d7a-8b75-4b3b7c2e0002");
    private static final IssuedProduct FIRST = new IssuedProduct(TICKET_PRODUCT, PRODUCT, 0);
    private static final IssuedProduct NEXT = new IssuedProduct(OTHER_TICKET_PRODUCT, OTHER_PRODUCT, -100);
    private static final Instant EARLIER = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T06:30:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-24T07:30:00Z");

    private EventSamples() {}

    /** An event and the file that says how it must look. */
    public record Sample(BranchEvent event, String file) {
        @Override
        public String toString() {
            return file;
        }
    }

    public static List<Sample> all() {
        return Stream.of(
                        issuedAndBooked(),
                        waiting(),
                        calledAndServed(),
                        redirected(),
                        returned(),
                        surveys(),
                        workPlaces(),
                        branch())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sample> issuedAndBooked() {
        return List.of(
                new Sample(new TicketIssued(TICKET, "A", 12, List.of(FIRST, NEXT), AT), "TicketIssued-v1.json"),
                new Sample(
                        new TicketBooked(TICKET, "A", 12, List.of(FIRST, NEXT), TOMORROW, false, AT),
                        "TicketBooked-v1.json"),
                new Sample(new BookingConfirmed(TICKET, AT), "BookingConfirmed-v1.json"),
                new Sample(new RoutePlanned(TICKET, CHAIN, List.of(NEXT), AT), "RoutePlanned-v1.json"),
                new Sample(
                        new ProductAdded(OTHER_TICKET_PRODUCT, TICKET, OTHER_PRODUCT, 5, AT), "ProductAdded-v1.json"));
    }

    private static List<Sample> waiting() {
        return List.of(
                new Sample(new ProductQueued(TICKET_PRODUCT, TICKET, PRODUCT, LATER, AT), "ProductQueued-v1.json"),
                new Sample(new PriorityChanged(TICKET_PRODUCT, TICKET, PRODUCT, 100, AT), "PriorityChanged-v1.json"),
                new Sample(new ProductCancelled(TICKET_PRODUCT, TICKET, PRODUCT, AT), "ProductCancelled-v1.json"),
                new Sample(new ProductExpired(TICKET_PRODUCT, TICKET, PRODUCT, AT), "ProductExpired-v1.json"));
    }

    private static List<Sample> calledAndServed() {
        return List.of(
                new Sample(invited(1, 899L, true), "VisitorInvited-v1.json"),
                new Sample(invited(2, null, null), "VisitorInvited-v1-called-again.json"),
                new Sample(
                        new ServiceStarted(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, AT), "ServiceStarted-v1.json"),
                new Sample(
                        new VisitorRejected(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, AT),
                        "VisitorRejected-v1.json"),
                new Sample(new VisitorHeld(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, AT), "VisitorHeld-v1.json"),
                new Sample(
                        new ServiceCompleted(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, 245, AT),
                        "ServiceCompleted-v1.json"));
    }

    private static List<Sample> redirected() {
        return List.of(
                new Sample(
                        new VisitorRedirected(
                                TICKET_PRODUCT,
                                TICKET,
                                PRODUCT,
                                PLACE,
                                USER,
                                245L,
                                NEXT,
                                OTHER_PLACE,
                                OTHER_USER,
                                EARLIER,
                                AT),
                        "VisitorRedirected-v1.json"),
                new Sample(
                        new VisitorRedirected(
                                TICKET_PRODUCT, TICKET, PRODUCT, null, null, null, NEXT, null, null, EARLIER, AT),
                        "VisitorRedirected-v1-before-service-to-anywhere.json"));
    }

    private static List<Sample> returned() {
        return List.of(
                new Sample(new VisitorReturned(TICKET, NEXT, PLACE, EARLIER, AT), "VisitorReturned-v1.json"),
                new Sample(
                        new VisitorReturned(TICKET, NEXT, null, EARLIER, AT),
                        "VisitorReturned-v1-to-the-common-queue.json"));
    }

    private static List<Sample> surveys() {
        return List.of(
                new Sample(surveyCompleted(), "SurveyFinished-v1.json"),
                new Sample(surveyTimedOut(), "SurveyFinished-v1-at-no-workplace.json"));
    }

    private static List<Sample> workPlaces() {
        return List.of(
                new Sample(new WorkPlaceOpened(PLACE, USER, AT), "WorkPlaceOpened-v1.json"),
                new Sample(new BreakBegan(PLACE, USER, AT), "BreakBegan-v1.json"),
                new Sample(new BreakEnded(PLACE, USER, AT), "BreakEnded-v1.json"),
                new Sample(new WorkPlaceClosed(PLACE, USER, AT), "WorkPlaceClosed-v1.json"));
    }

    private static List<Sample> branch() {
        return List.of(
                new Sample(new EpochBegan(1, 3_000_000_000L, AT), "EpochBegan-v1.json"),
                new Sample(new Heartbeat(3_000_000_000L, AT), "Heartbeat-v1.json"),
                new Sample(new LogBegins(2, 3_000_000_000L, AT), "LogBegins-v1.json"),
                new Sample(
                        new DayDigest(
                                LocalDate.of(2026, 11, 23),
                                3_000_000_000L,
                                412,
                                "8f00b204e9800998",
                                new DayDigest.Sums(120, 80, 10, 20, 5, 1, 43_200, 95, 90, 36_000, 85),
                                AT),
                        "DayDigest-v1.json"),
                new Sample(
                        new DayDigest(LocalDate.of(2026, 11, 23), 1, 1, "00000000000000ff", null, AT),
                        "DayDigest-v1-without-sums.json"),
                new Sample(introduced(), "BranchIntroduced-v1.json"),
                new Sample(introducedWithLittle(), "BranchIntroduced-v1-of-no-organization.json"));
    }

    private static VisitorInvited invited(int calls, Long waitedSeconds, Boolean withinTarget) {
        return new VisitorInvited(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, calls, waitedSeconds, withinTarget, AT);
    }

    private static SurveyFinished surveyCompleted() {
        UUID politely = UUID.fromString("4eb15c5c-4c99-3f9c-8d97-6d5d9e4a0001");
        UUID quickly = UUID.fromString("4eb15c5c-4c99-3f9c-8d97-6d5d9e4a0002");
        return new SurveyFinished(
                RUN,
                SURVEY,
                "Оценка обслуживания",
                "survey-1",
                PLACE,
                USER,
                TICKET_PRODUCT,
                PRODUCT,
                "Completed",
                List.of(
                        reply(1, "Оцените обслуживание", "Scale", List.of(), List.of(), null, 5),
                        reply(2, "Вам помогли?", "Single", List.of(politely), List.of("Да"), null, null),
                        reply(
                                3,
                                "Как вас обслужили?",
                                "Multiple",
                                List.of(politely, quickly),
                                List.of("Вежливо", "Быстро"),
                                null,
                                null),
                        reply(4, "Что улучшить?", "Text", List.of(), List.of(), "Больше окон", null)),
                AT.minusSeconds(61),
                AT);
    }

    private static SurveyFinished surveyTimedOut() {
        return new SurveyFinished(
                RUN,
                SURVEY,
                "Оценка обслуживания",
                "survey-2",
                null,
                null,
                null,
                null,
                "TimedOut",
                List.of(),
                AT.minusSeconds(120),
                AT);
    }

    private static SurveyReply reply(
            int question,
            String asked,
            String type,
            List<UUID> answerIds,
            List<String> answerTexts,
            String text,
            Integer value) {
        return new SurveyReply(
                UUID.fromString("5fc26d6d-5daa-3abd-9ea8-7e6eaf5b000" + question),
                asked,
                type,
                answerIds,
                answerTexts,
                text,
                value);
    }

    private static BranchIntroduced introduced() {
        return new BranchIntroduced(
                "Отделение № 1",
                "Банк «Пример»",
                "ПАО «Банк Пример»",
                "Москва, Тверская, 1",
                "+7 495 000-00-00",
                "+7 495 000-00-01",
                "info@example.org",
                "001",
                "Europe/Moscow",
                "1.0",
                "0.1.0",
                List.of(new Named(PRODUCT, "Платежи")),
                List.of(new Named(PLACE, "Окно 1")),
                List.of(new Named(USER, "Иванова А. П.")),
                AT);
    }

    private static BranchIntroduced introducedWithLittle() {
        return new BranchIntroduced(
                "Отделение № 1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Etc/UTC",
                "1.0",
                "0.1.0",
                List.of(),
                List.of(),
                List.of(),
                AT);
    }
}
