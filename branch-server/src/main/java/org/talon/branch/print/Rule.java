package org.talon.branch.print;

import java.awt.Graphics2D;

/** A line across, with air above and below it; of no thickness, it is air alone. */
record Rule(int width, int thickness, int air) implements Block {

    static Rule air(int height) {
        return new Rule(0, 0, height);
    }

    @Override
    public int height() {
        return thickness + air;
    }

    @Override
    public void draw(Graphics2D paper, int x, int y) {
        paper.fillRect(x, y + air / 2, width, thickness);
    }
}
