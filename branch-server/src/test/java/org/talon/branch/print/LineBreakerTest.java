package org.talon.branch.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    private static final int WIDTH = 544;
    private static final String LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private final TextStyle style = new TextStyle(Face.BOLD, 42);
    private final LineBreaker breaker = new LineBreaker(style);

    @Test
    void a_short_text_is_one_line() {
        assertThat(breaker.filled("Платежи и переводы", WIDTH)).containsExactly(text("Платежи и_переводы"));
    }

    @Test
    void a_long_text_is_broken_between_words() {
        assertThat(breaker.filled("Расчётно-кассовое обслуживание организаций", WIDTH))
                .containsExactly("Расчётно-кассовое", "обслуживание", "организаций");
    }

    @Test
    void no_line_ends_in_a_preposition() {
        assertThat(breaker.filled("Регистрация прав на недвижимое имущество", WIDTH))
                .containsExactly("Регистрация прав", text("на_недвижимое"), "имущество");
    }

    @Test
    void the_lines_of_a_title_are_even() {
        List<String> filled = breaker.filled("Один два три четыре пять шесть семь", WIDTH);
        List<String> even = breaker.even("Один два три четыре пять шесть семь", WIDTH);

        assertThat(even).hasSameSizeAs(filled).isNotEqualTo(filled);
        assertThat(even).allSatisfy(line -> assertThat(style.width(line)).isLessThan(WIDTH - 50));
    }

    @Test
    void a_word_that_no_line_can_hold_is_divided_with_a_hyphen() {
        assertThat(breaker.filled("Запись на рентгенэлектрокардиографическое исследование", WIDTH))
                .containsExactly("Запись", text("на_рентгенэлектрокардио-"), "графическое", "исследование");
    }

    @Test
    void spaces_and_marks_that_are_not_seen_do_not_count() {
        assertThat(breaker.filled(" Об\u00adмен \t\n  валюты\ufeff ", WIDTH))
                .isEqualTo(breaker.filled("Обмен валюты", WIDTH));
        assertThat(breaker.filled("", WIDTH)).containsExactly("");
    }

    @Test
    void whatever_is_written_fits_and_nothing_is_lost() {
        Random random = seeded();
        for (int i = 0; i < 200; i++) {
            String text = words(random);
            int width = 60 + random.nextInt(WIDTH);
            for (List<String> lines : List.of(breaker.filled(text, width), breaker.even(text, width))) {
                assertThat(lines)
                        .allSatisfy(line -> assertThat(style.width(line)).isLessThanOrEqualTo(width));
                assertThat(lettersOf(String.join("", lines))).isEqualTo(lettersOf(text));
            }
        }
    }

    private static String words(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(word -> IntStream.range(0, 1 + random.nextInt(30))
                        .mapToObj(letter -> LETTERS.substring(random.nextInt(LETTERS.length()))
                                .substring(0, 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^" + LETTERS + "]", "");
    }

    /** {@code _} for a space at which no line is broken. */
    private static String text(String text) {
        return text.replace('_', '\u00a0');
    }

    private static Random seeded() {
        long seed = Long.getLong("talon.seed", System.nanoTime());
        System.out.printf("talon.seed=%d in LineBreakerTest%n", seed);
        return new Random(seed);
    }
}
