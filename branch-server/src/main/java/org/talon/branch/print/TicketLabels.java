package org.talon.branch.print;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words on a ticket that are the same on every ticket, in one language; and how dates are written in it. */
record TicketLabels(ResourceBundle texts, Locale language) {

    static TicketLabels in(Locale language) {
        return new TicketLabels(
                ResourceBundle.getBundle(
                        "org.talon.branch.print.ticket-labels",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                language);
    }

    String of(String key) {
        return texts.getString(key);
    }

    /** A moment in the form that the texts give under this key. */
    String moment(String key, LocalDateTime at) {
        return DateTimeFormatter.ofPattern(of(key), language).format(at);
    }
}
