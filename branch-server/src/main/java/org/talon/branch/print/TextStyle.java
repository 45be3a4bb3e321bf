package org.talon.branch.print;

import java.awt.geom.Path2D;

/** How a text is set: in which weight, and how large, in dots. */
record TextStyle(Face face, int size) {

    private static final float LINE_HEIGHT = 1.2f;

    /** Room for the tallest letter, such as Й, above the baseline. */
    private static final float ASCENT = 0.95f;

    int width(String text) {
        return face.width(text, size);
    }

    Path2D outline(String text) {
        return face.outline(text, size);
    }

    int lineHeight() {
        return Math.round(size * LINE_HEIGHT);
    }

    int ascent() {
        return Math.round(size * ASCENT);
    }

    /** This style, or a smaller one in which the text fits into one line. */
    TextStyle fitting(String text, int width) {
        int smaller = size;
        while (smaller > 1 && face.width(text, smaller) > width) {
            smaller--;
        }
        return new TextStyle(face, smaller);
    }
}
