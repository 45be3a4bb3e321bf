package org.talon.branch.print;

import java.awt.Graphics2D;

/** Two blocks side by side, the lower one in the middle of the other's height or at its top. */
record Row(Block left, Block right, boolean middle) implements Block {

    @Override
    public int width() {
        return left.width() + right.width();
    }

    @Override
    public int height() {
        return Math.max(left.height(), right.height());
    }

    @Override
    public void draw(Graphics2D paper, int x, int y) {
        left.draw(paper, x, y + above(left));
        right.draw(paper, x + left.width(), y + above(right));
    }

    private int above(Block block) {
        return middle ? (height() - block.height()) / 2 : 0;
    }
}
