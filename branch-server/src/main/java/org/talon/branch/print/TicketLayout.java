package org.talon.branch.print;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Where everything stands on a ticket, from the organisation's name down to its telephone. */
record TicketLayout(PrintedTicket ticket, TicketLabels labels, int width) {

    /*
     * At these sizes the stems of the letters are whole dots thick, so that in pure black on white, where nothing can be
     * softened, all letters of a line look equally dark.
     */
    private static final TextStyle SMALL = new TextStyle(Face.MEDIUM, 25);
    private static final TextStyle PLAIN = new TextStyle(Face.MEDIUM, 33);
    private static final TextStyle STRONG = new TextStyle(Face.BOLD, 35);
    private static final TextStyle SERVICE = new TextStyle(Face.BOLD, 42);
    private static final TextStyle PIN = new TextStyle(Face.BOLD, 63);
    private static final TextStyle TIME = new TextStyle(Face.BOLD, 98);
    private static final TextStyle NUMBER = new TextStyle(Face.BOLD, 210);

    private static final int QR_SIZE = 280;
    private static final int BULLET_WIDTH = 36;

    Block whole() {
        List<Block> parts = new ArrayList<>();
        parts.add(head());
        parts.add(new Rule(width, 2, 28));
        parts.add(centred(labels.of("number"), SMALL));
        parts.add(Rule.air(8));
        parts.add(Lines.one(ticket.number(), NUMBER, width, true));
        if (ticket.bookedFor() != null) {
            parts.add(booking(ticket.bookedFor()));
            parts.add(Rule.air(16));
        }
        parts.add(services());
        parts.add(new Rule(width, 2, 28));
        parts.add(secrets());
        parts.add(centred(labels.of("page"), SMALL));
        addContacts(parts);
        return new Column(parts);
    }

    private Block head() {
        return ticket.organization() == null
                ? centred(ticket.branch(), STRONG)
                : Column.of(centred(ticket.organization(), STRONG), Rule.air(8), centred(ticket.branch(), PLAIN));
    }

    private Block booking(LocalDateTime bookedFor) {
        int inside = width - 64;
        return new Frame(
                Column.of(
                        Lines.centred(labels.of("booked"), SMALL, inside),
                        Lines.centred(labels.moment("booked.time", bookedFor), TIME, inside),
                        Lines.centred(labels.moment("booked.date", bookedFor), STRONG, inside)),
                width,
                4,
                16);
    }

    private Block services() {
        if (ticket.services().size() == 1) {
            return centred(ticket.services().getFirst(), SERVICE);
        }
        List<Block> list = new ArrayList<>(List.of(Lines.left(labels.of("services"), SMALL, width)));
        for (String service : ticket.services()) {
            list.add(new Row(
                    Lines.left("•", STRONG, BULLET_WIDTH), Lines.left(service, STRONG, width - BULLET_WIDTH), false));
            list.add(Rule.air(6));
        }
        return new Column(list);
    }

    /** The QR code, and beside it what a visitor may be asked for. */
    private Block secrets() {
        QrCode page = QrCode.of(ticket.page().toASCIIString(), QR_SIZE);
        int beside = width - page.width();
        return new Row(
                page,
                Column.of(
                        Lines.left(labels.of("pin"), SMALL, beside),
                        Lines.one(ticket.pin(), PIN, beside, false),
                        Rule.air(24),
                        Lines.left(labels.of("issued"), SMALL, beside),
                        Lines.left(labels.moment("issued.time", ticket.issued()), PLAIN, beside)),
                true);
    }

    private void addContacts(List<Block> parts) {
        List<Block> contacts = new ArrayList<>();
        if (ticket.address() != null) {
            contacts.add(centred(ticket.address(), SMALL));
        }
        if (ticket.phone() != null) {
            contacts.add(centred(labels.of("phone") + " " + ticket.phone(), SMALL));
        }
        if (!contacts.isEmpty()) {
            parts.add(new Rule(width, 2, 28));
            parts.addAll(contacts);
        }
    }

    private Block centred(String text, TextStyle style) {
        return Lines.centred(text, style, width);
    }
}
