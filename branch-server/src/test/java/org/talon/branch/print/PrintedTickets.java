package org.talon.branch.print;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;

/** Tickets as branches print them: short ones, long ones, booked ones. */
final class PrintedTickets {

    static final URI PAGE = URI.create("https://queue.example.org/ticket/0199e1c2-7d3a-7abc-8def-0123456789ab");

    private static final LocalDateTime ISSUED = LocalDateTime.parse("2026-11-23T10:15:00");

    private PrintedTickets() {}

    static PrintedTicket plain() {
        return of("A012", List.of("Платежи"), null);
    }

    static PrintedTicket booked() {
        return of("C007", List.of("Расчётно-кассовое обслуживание"), LocalDateTime.parse("2026-12-23T09:30:00"));
    }

    static PrintedTicket ofFiveServices() {
        return of(
                "A112",
                List.of(
                        "Платежи и переводы",
                        "Кредиты",
                        "Вклады и накопительные счета физических лиц",
                        "Рентгенэлектрокардиографического исследования запись",
                        "Обмен валюты: $, €, ₽"),
                null);
    }

    static PrintedTicket ofOneLongService() {
        return of("A012", List.of("Государственная регистрация прав на недвижимое имущество ".repeat(4)), null);
    }

    static PrintedTicket withPage(URI page) {
        PrintedTicket t = plain();
        return new PrintedTicket(
                t.organization(), t.branch(), t.number(), t.services(), null, ISSUED, t.pin(), page, null, null);
    }

    static PrintedTicket ofLongNames() {
        return new PrintedTicket(
                "Государственное бюджетное учреждение «Многофункциональный центр предоставления услуг»",
                "Территориальный отдел по Прикубанскому внутригородскому округу города Краснодара",
                "ЖЭЙ1012",
                List.of("Л".repeat(300)),
                LocalDateTime.parse("2026-09-30T23:59:00"),
                ISSUED,
                "042917",
                PAGE,
                "350000, Краснодарский край, город Краснодар, улица Коммунаров, дом 235, корпус 2, помещение 14",
                "+7 861 000-00-00 (доб. 1234), круглосуточно");
    }

    static PrintedTicket ofWhatIsKnownOnly() {
        return new PrintedTicket(
                null, "Отделение № 1", "B001", List.of("Кредиты"), null, ISSUED, "907113", PAGE, null, null);
    }

    private static PrintedTicket of(String number, List<String> services, LocalDateTime bookedFor) {
        return new PrintedTicket(
                "Банк «Пример»",
                "Отделение № 1",
                number,
                services,
                bookedFor,
                ISSUED,
                "042917",
                PAGE,
                "Москва, Тверская, 1",
                "+7 495 000-00-00");
    }
}
