package org.talon.branch.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import java.io.IOException;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.shared.http.VisitorLanguage;

class TicketPictureTest {

    private final TicketPicture picture = new TicketPicture();

    static Stream<PrintedTicket> tickets() {
        return Stream.of(
                PrintedTickets.plain(),
                PrintedTickets.booked(),
                PrintedTickets.ofFiveServices(),
                PrintedTickets.ofOneLongService(),
                PrintedTickets.ofLongNames(),
                PrintedTickets.ofWhatIsKnownOnly(),
                PrintedTickets.withPage(pageOf(400)));
    }

    @ParameterizedTest
    @MethodSource("tickets")
    void the_qr_code_leads_to_the_visitors_page(PrintedTicket ticket) throws IOException, ReaderException {
        assertThat(printed(ticket).scanned()).isEqualTo(ticket.page().toString());
    }

    @ParameterizedTest
    @MethodSource("tickets")
    void it_fits_the_printer_dot_for_dot(PrintedTicket ticket) throws IOException {
        Printout printout = printed(ticket);

        assertThat(printout.width()).isEqualTo(576);
        assertThat(printout.says("pHYs", "pixelsPerUnitXAxis")).isEqualTo("7992");
        assertThat(printout.says("pHYs", "pixelsPerUnitYAxis")).isEqualTo("7992");
        assertThat(printout.says("pHYs", "unitSpecifier")).isEqualTo("meter");
    }

    @ParameterizedTest
    @MethodSource("tickets")
    void it_is_black_and_white_and_nothing_else(PrintedTicket ticket) throws IOException {
        Printout printout = printed(ticket);

        assertThat(printout.says("IHDR", "bitDepth")).isEqualTo("1");
        assertThat(Arrays.stream(printout.colours()).distinct().boxed())
                .containsExactlyInAnyOrder(0xFF000000, 0xFFFFFFFF);
    }

    @ParameterizedTest
    @MethodSource("tickets")
    void nothing_is_drawn_in_the_margins_and_something_right_beside_them(PrintedTicket ticket) throws IOException {
        Printout printout = printed(ticket);

        assertThat(printout.blackNearTheEdge(16)).isZero();
        // The lines across reach from margin to margin.
        assertThat(printout.blackNearTheEdge(17)).isPositive();
    }

    @Test
    void long_names_and_many_services_make_a_longer_ticket() throws IOException {
        int plain = printed(PrintedTickets.plain()).height();

        assertThat(printed(PrintedTickets.ofFiveServices()).height()).isGreaterThan(plain + 150);
        assertThat(printed(PrintedTickets.ofOneLongService()).height()).isGreaterThan(plain + 150);
        assertThat(printed(PrintedTickets.ofLongNames()).height()).isGreaterThan(plain + 300);
    }

    @Test
    void every_part_of_a_ticket_is_seen_on_it() {
        LocalDateTime at = LocalDateTime.parse("2026-11-23T10:15:00");
        LocalDateTime later = at.plusMinutes(1);
        PrintedTicket ticket = ticket("О", "Б", "A001", "У", at, at, "000001", "А", "1");
        List<byte[]> changed = Stream.of(
                        ticket,
                        ticket("о", "Б", "A001", "У", at, at, "000001", "А", "1"),
                        ticket("О", "б", "A001", "У", at, at, "000001", "А", "1"),
                        ticket("О", "Б", "A002", "У", at, at, "000001", "А", "1"),
                        ticket("О", "Б", "A001", "у", at, at, "000001", "А", "1"),
                        ticket("О", "Б", "A001", "У", later, at, "000001", "А", "1"),
                        ticket("О", "Б", "A001", "У", at.plusDays(1), at, "000001", "А", "1"),
                        ticket("О", "Б", "A001", "У", at, later, "000001", "А", "1"),
                        ticket("О", "Б", "A001", "У", at, at.plusDays(1), "000001", "А", "1"),
                        ticket("О", "Б", "A001", "У", at, at, "000002", "А", "1"),
                        ticket("О", "Б", "A001", "У", at, at, "000001", "а", "1"),
                        ticket("О", "Б", "A001", "У", at, at, "000001", "А", "2"))
                .map(this::png)
                .toList();

        assertThat(changed).doesNotHaveDuplicates();
        assertThat(picture.png(ticket, VisitorLanguage.ENGLISH)).isNotEqualTo(changed.getFirst());
    }

    @Test
    void a_letter_made_of_two_characters_looks_as_it_should() {
        LocalDateTime at = LocalDateTime.parse("2026-11-23T10:15:00");
        String inPieces = Normalizer.normalize("Йёлка", Normalizer.Form.NFD);

        assertThat(png(ticket(inPieces, "Б", "A001", "У", at, at, "000001", "А", "1")))
                .isEqualTo(png(ticket("Йёлка", "Б", "A001", "У", at, at, "000001", "А", "1")));
    }

    @Test
    void many_may_draw_at_once() throws Exception {
        PrintedTicket ticket = PrintedTickets.ofFiveServices();
        Callable<byte[]> drawing = () -> png(ticket);
        try (var printers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<byte[]> drawn : printers.invokeAll(Collections.nCopies(32, drawing))) {
                assertThat(drawn.get()).isEqualTo(png(ticket));
            }
        }
    }

    private Printout printed(PrintedTicket ticket) throws IOException {
        return Printout.of(png(ticket));
    }

    private byte[] png(PrintedTicket ticket) {
        return picture.png(ticket, VisitorLanguage.RUSSIAN);
    }

    private static URI pageOf(int length) {
        String start = "https://queue.example.org/";
        return URI.create(start + "x".repeat(length - start.length()));
    }

    private static PrintedTicket ticket(
            String organization,
            String branch,
            String number,
            String service,
            LocalDateTime bookedFor,
            LocalDateTime issued,
            String pin,
            String address,
            String phone) {
        return new PrintedTicket(
                organization,
                branch,
                number,
                List.of(service),
                bookedFor,
                issued,
                pin,
                PrintedTickets.PAGE,
                address,
                phone);
    }
}
