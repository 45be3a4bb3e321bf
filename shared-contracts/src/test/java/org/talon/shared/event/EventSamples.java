package org.talon.shared.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.talon.shared.event.BranchIntroduced.Named;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/** One event for each golden file. */
public final class EventSamples {

    private static final Instant AT = Instant.parse("2026-11-23T06:15:00.250Z");
    private static final UUID TICKET = UUID.fromString("01936b1e-7c00-7000-8000-000000000001");
    private static final UUID TICKET_PRODUCT = UUID.fromString("01936b1e-7c00-7000-8000-000000000002");
    private static final UUID PRODUCT = UUID.fromString("0a6f1c1e-0c55-3b5e-8f53-2f1f5a0c0117");
    private static final UUID PLACE = UUID.fromString("1b7e2d2f-1d66-3c6f-9a64-3a2a6b1d0001");
    private static final UUID USER = UUID.fromString("2c8f3e3a-2e77-3d7a-8b75-4b3b7c2e0001");

    private EventSamples() {}

    /** An event and the file that says how it must look. */
    public record Sample(BranchEvent event, String file) {
        @Override
        public String toString() {
            return file;
        }
    }

    public static List<Sample> all() {
        return List.of(
                new Sample(ticketIssued(), "TicketIssued-v1.json"),
                new Sample(new PriorityChanged(TICKET_PRODUCT, TICKET, PRODUCT, 100, AT), "PriorityChanged-v1.json"),
                new Sample(new ProductCancelled(TICKET_PRODUCT, TICKET, PRODUCT, AT), "ProductCancelled-v1.json"),
                new Sample(invited(1, 899L, true), "VisitorInvited-v1.json"),
                new Sample(invited(2, null, null), "VisitorInvited-v1-called-again.json"),
                new Sample(
                        new ServiceStarted(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, AT), "ServiceStarted-v1.json"),
                new Sample(
                        new VisitorRejected(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, AT),
                        "VisitorRejected-v1.json"),
                new Sample(
                        new ServiceCompleted(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, 245, AT),
                        "ServiceCompleted-v1.json"),
                new Sample(new WorkPlaceOpened(PLACE, USER, AT), "WorkPlaceOpened-v1.json"),
                new Sample(new WorkPlaceClosed(PLACE, USER, AT), "WorkPlaceClosed-v1.json"),
                new Sample(new Heartbeat(3_000_000_000L, AT), "Heartbeat-v1.json"),
                new Sample(introduced(), "BranchIntroduced-v1.json"),
                new Sample(introducedWithLittle(), "BranchIntroduced-v1-of-no-organization.json"));
    }

    private static TicketIssued ticketIssued() {
        return new TicketIssued(
                TICKET,
                "A",
                12,
                List.of(
                        new IssuedProduct(TICKET_PRODUCT, PRODUCT, 0),
                        new IssuedProduct(
                                UUID.fromString("01936b1e-7c00-7000-8000-000000000003"),
                                UUID.fromString("0a6f1c1e-0c55-3b5e-8f53-2f1f5a0c0118"),
                                -100)),
                AT);
    }

    private static VisitorInvited invited(int calls, Long waitedSeconds, Boolean withinTarget) {
        return new VisitorInvited(TICKET_PRODUCT, TICKET, PRODUCT, PLACE, USER, calls, waitedSeconds, withinTarget, AT);
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
