package org.talon.branch.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * A ticket as a picture for a thermal printer of 80 mm at 203 dpi: as wide as such a printer prints (576 dots, 72 mm; the
 * 4 mm at each side it adds itself), as high as the ticket needs, black and white without grey. Sent dot for dot or
 * printed at 100 %, it fills the paper's width with nothing scaled.
 */
@ApplicationScoped
class TicketPicture {

    static final int WIDTH = 576;

    /** White at every side, for print heads that are a little off, and for screens. */
    static final int MARGIN = 16;

    /** From here on upwards a dot is left white: it would be covered by half or less. */
    private static final int HALF = 128;

    static {
        // A server draws without a screen, also on a machine that has one.
        System.setProperty("java.awt.headless", "true");
    }

    byte[] png(PrintedTicket ticket, Locale language) {
        Block content = new TicketLayout(ticket, TicketLabels.in(language), WIDTH - 2 * MARGIN).whole();
        return PngFile.of(blackAndWhite(drawn(content)));
    }

    private static BufferedImage drawn(Block content) {
        BufferedImage paper = new BufferedImage(WIDTH, content.height() + 2 * MARGIN, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.setColor(Color.BLACK);
        content.draw(pen, MARGIN, MARGIN);
        pen.dispose();
        return paper;
    }

    /** Every dot black that is covered by more than half: rounder letters than asking for the dots' centres gives. */
    private static BufferedImage blackAndWhite(BufferedImage grey) {
        BufferedImage paper = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        int[] row = new int[grey.getWidth()];
        for (int y = 0; y < grey.getHeight(); y++) {
            grey.getRaster().getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = row[x] < HALF ? 0 : 1;
            }
            paper.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
        return paper;
    }
}
