package org.talon.branch.print;

import java.awt.Graphics2D;

/** A part of a picture that knows how much room it takes. */
interface Block {

    int width();

    int height();

    /** Draws itself with its upper left corner at this point, and nowhere outside its room. */
    void draw(Graphics2D paper, int x, int y);
}
