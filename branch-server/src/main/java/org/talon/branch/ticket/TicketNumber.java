package org.talon.branch.ticket;

import java.util.Locale;

/** What a visitor is called by: {@code A012}. Counted from 1 for each prefix and business date. */
public record TicketNumber(String prefix, int number) {
    public String full() {
        return prefix + String.format(Locale.ROOT, "%03d", number);
    }
}
