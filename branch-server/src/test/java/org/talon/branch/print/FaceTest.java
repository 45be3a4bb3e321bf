package org.talon.branch.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.http.VisitorLanguage;

class FaceTest {

    static final List<Locale> LANGUAGES = List.of(VisitorLanguage.RUSSIAN, VisitorLanguage.ENGLISH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüß",
                "ӘҒҚҢӨҰҮҺІәғқңөұүһіЎўЄєЇїҐґӢӯҶҷ",
                "0123456789 №«»„“”–—-…•§%&+/()[]:;,.!?'\"@#*°€$₽\u00a0"
            })
    void every_character_that_a_branch_writes_can_be_shown(String characters) {
        assertThat(characters.codePoints().filter(c -> !Face.MEDIUM.shows(c) || !Face.BOLD.shows(c)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_label_can_be_shown(Locale language) {
        TicketLabels labels = TicketLabels.in(language);
        Stream<String> words = labels.texts().keySet().stream().map(labels::of);

        assertThat(words.flatMapToInt(String::codePoints).filter(c -> !Face.MEDIUM.shows(c) || !Face.BOLD.shows(c)))
                .isEmpty();
    }

    @Test
    void what_the_font_has_not_is_known() {
        assertThat(Face.BOLD.shows('漢')).isFalse();
    }

    @Test
    void a_line_is_as_wide_as_its_letters_and_ink_stays_within() {
        String text = "Ширина";
        int width = Face.BOLD.width(text, 42);
        var ink = Face.BOLD.outline(text, 42).getBounds2D();

        assertThat(ink.getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(ink.getMaxX()).isBetween(width - 6.0, (double) width);
        // Each letter's width is rounded to whole dots, so twice the size is not twice the width to the dot.
        assertThat(Face.BOLD.width(text, 84)).isCloseTo(2 * width, within(text.length()));
    }
}
