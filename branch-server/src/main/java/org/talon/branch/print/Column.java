package org.talon.branch.print;

import java.awt.Graphics2D;
import java.util.List;

/** Blocks one below the other. */
record Column(List<Block> blocks) implements Block {

    static Column of(Block... blocks) {
        return new Column(List.of(blocks));
    }

    @Override
    public int width() {
        return blocks.stream().mapToInt(Block::width).max().orElse(0);
    }

    @Override
    public int height() {
        return blocks.stream().mapToInt(Block::height).sum();
    }

    @Override
    public void draw(Graphics2D paper, int x, int y) {
        int top = y;
        for (Block block : blocks) {
            block.draw(paper, x, top);
            top += block.height();
        }
    }
}
