package org.talon.branch.visitor;

import io.quarkus.qute.TemplateData;
import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.ticket.TicketProductView;
import org.talon.branch.ticket.TicketView;

/** What stands on the page of a ticket, word by word. */
@TemplateData
public record TicketPage(String language, String branch, String number, String refreshed, List<Service> services) {

    /** One service: its name, what goes on, and whether the visitor shall go to a workplace now. */
    @TemplateData
    public record Service(String name, String what, boolean called) {}

    static ResourceBundle textsIn(Locale language) {
        return ResourceBundle.getBundle(
                "org.talon.branch.visitor.ticket-page",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static TicketPage of(TicketView ticket, String branch, ResourceBundle texts) {
        return new TicketPage(
                texts.getString("language"),
                branch,
                ticket.head().fullNumber(),
                texts.getString("refreshed"),
                ticket.products().stream()
                        .map(service -> new Service(
                                service.name(),
                                what(service, texts),
                                service.stateName().equals("Invited")))
                        .toList());
    }

    private static String what(TicketProductView service, ResourceBundle texts) {
        String text = texts.getString(textOf(service));
        WorkPlaceView place = service.workPlace();
        return MessageFormat.format(
                text,
                place == null ? "" : place.name(),
                service.position() == null ? 0 : service.position() - 1,
                time(service.startTime(), texts));
    }

    /** A planned step of a route is no booking, though it is in the same state. */
    private static String textOf(TicketProductView service) {
        return service.stateName().equals("Booked") && !service.pending()
                ? "state.Planned"
                : "state." + service.stateName();
    }

    private static String time(LocalDateTime at, ResourceBundle texts) {
        return DateTimeFormatter.ofPattern(texts.getString("time"), Locale.of(texts.getString("language")))
                .format(at);
    }
}
