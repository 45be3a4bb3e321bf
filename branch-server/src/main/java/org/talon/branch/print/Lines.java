package org.talon.branch.print;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Lines of text, in the middle of their room or at its left. */
record Lines(List<String> lines, TextStyle style, int width, boolean centred) implements Block {

    static Lines centred(String text, TextStyle style, int width) {
        return new Lines(new LineBreaker(style).even(text, width), style, width, true);
    }

    static Lines left(String text, TextStyle style, int width) {
        return new Lines(new LineBreaker(style).filled(text, width), style, width, false);
    }

    /** One line, set smaller where it would not fit otherwise. */
    static Lines one(String text, TextStyle largest, int width, boolean centred) {
        return new Lines(List.of(text), largest.fitting(text, width), width, centred);
    }

    @Override
    public int height() {
        return lines.size() * style.lineHeight();
    }

    @Override
    public void draw(Graphics2D paper, int x, int y) {
        int baseline = y + style.ascent();
        for (String line : lines) {
            int indent = centred ? (width - style.width(line)) / 2 : 0;
            AffineTransform place = AffineTransform.getTranslateInstance(x + indent, baseline);
            paper.fill(style.outline(line).createTransformedShape(place));
            baseline += style.lineHeight();
        }
    }
}
