package org.talon.branch.print;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Breaks a text into lines of a width. Nothing is lost: a word that no line can hold is divided. */
record LineBreaker(TextStyle style) {

    private static final int NARROWER = 8;
    private static final String HYPHEN = "-";

    /** As much in each line as fits. */
    List<String> filled(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : fittingPieces(tidy(text), width)) {
            if (!line.isEmpty() && style.width((line + piece).stripTrailing()) > width) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += piece;
        }
        lines.add(line.stripTrailing());
        return lines;
    }

    /** In no more lines, but these as even as can be: so a title looks well that stands in the middle. */
    List<String> even(String text, int width) {
        List<String> best = filled(text, width);
        int widestPiece = pieces(tidy(text), BreakIterator.getLineInstance(Locale.ROOT)).stream()
                .mapToInt(piece -> style.width(piece.stripTrailing()))
                .max()
                .orElse(0);
        for (int narrower = width - NARROWER; narrower >= widestPiece; narrower -= NARROWER) {
            List<String> lines = filled(text, narrower);
            if (lines.size() > best.size()) {
                break;
            }
            best = lines;
        }
        return best;
    }

    private List<String> fittingPieces(String text, int width) {
        return pieces(text, BreakIterator.getLineInstance(Locale.ROOT)).stream()
                .flatMap(piece ->
                        style.width(piece.stripTrailing()) > width ? divided(piece, width).stream() : Stream.of(piece))
                .toList();
    }

    private List<String> divided(String word, int width) {
        List<String> parts = new ArrayList<>();
        String part = "";
        for (String letter : pieces(word, BreakIterator.getCharacterInstance(Locale.ROOT))) {
            if (!part.isEmpty() && style.width(part + letter + HYPHEN) > width) {
                parts.add(Character.isLetter(part.codePointBefore(part.length())) ? part + HYPHEN : part);
                part = "";
            }
            part += letter;
        }
        parts.add(part);
        return parts;
    }

    private static List<String> pieces(String text, BreakIterator breaks) {
        List<String> pieces = new ArrayList<>();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /**
     * One letter, one character; single spaces; no marks that are not meant to be seen. A preposition keeps to the word
     * behind it, as Russian setting has it: no line ends in one.
     */
    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Cc}]+", " ")
                .replaceAll("(?<![^ («])(\\p{L}{1,2}|№) ", "$1\u00a0")
                .strip();
    }
}
