package org.talon.branch.print;

import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.RoundRectangle2D;

/** A block in a frame with round corners. */
record Frame(Block content, int width, int thickness, int padding) implements Block {

    private static final int ROUNDING = 20;

    @Override
    public int height() {
        return content.height() + 2 * inset();
    }

    @Override
    public void draw(Graphics2D paper, int x, int y) {
        Area line = new Area(new RoundRectangle2D.Float(x, y, width, height(), ROUNDING, ROUNDING));
        line.subtract(new Area(new RoundRectangle2D.Float(
                x + thickness,
                y + thickness,
                width - 2f * thickness,
                height() - 2f * thickness,
                ROUNDING - 2f * thickness,
                ROUNDING - 2f * thickness)));
        paper.fill(line);
        content.draw(paper, x + (width - content.width()) / 2, y + inset());
    }

    private int inset() {
        return thickness + padding;
    }
}
