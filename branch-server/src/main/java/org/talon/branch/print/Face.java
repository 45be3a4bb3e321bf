package org.talon.branch.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One weight of the font that the server brings along. Any number of threads may set text in it, and the machine needs
 * neither fonts nor a font library: its outlines are read and filled by Java code alone.
 */
final class Face {

    static final Face MEDIUM = new Face("Roboto-Medium.ttf");
    static final Face BOLD = new Face("Roboto-Bold.ttf");

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";

    /** An outline, y upwards, and the way to the next one; in units of the font. */
    private record Glyph(Path2D outline, int advance) {}

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final float unitsPerEm;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private Face(String file) {
        try (InputStream bytes = Face.class.getResourceAsStream(FOLDER + file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(bytes, file)));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean shows(int character) {
        return characters.getGlyphId(character) != 0;
    }

    int width(String text, int size) {
        return text.codePoints()
                .map(character -> advance(glyph(character), size))
                .sum();
    }

    /** The text's outline, its baseline beginning at the origin. */
    Path2D outline(String text, int size) {
        Path2D outline = new Path2D.Float();
        double scale = size / unitsPerEm;
        int x = 0;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyph(character);
            outline.append(glyph.outline.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
            x += advance(glyph, size);
        }
        return outline;
    }

    /** In whole dots, so that a letter looks the same wherever it stands. */
    private int advance(Glyph glyph, int size) {
        return Math.round(glyph.advance * size / unitsPerEm);
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(character, this::read);
    }

    private synchronized Glyph read(int character) {
        try {
            int id = characters.getGlyphId(character);
            GlyphData data = font.getGlyph().getGlyph(id);
            return new Glyph(data == null ? new Path2D.Float() : data.getPath(), font.getAdvanceWidth(id));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
