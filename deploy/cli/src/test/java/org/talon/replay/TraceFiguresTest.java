package org.talon.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFiguresTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-15");

    @TempDir
    Path folder;

    @Test
    void figures_are_what_a_pencil_gives() {
        // Given
        Trace trace = TraceFile.of(
                folder,
                List.of(
                        "2026-01-15,1,PS,0,100,110,160,served,ANNA",
                        "2026-01-15,2,PS,0,100,140,150,served,BEN",
                        "2026-01-15,3,PS,0,100,200,300,served,ANNA",
                        "2026-01-15,4,PS,0,300,,310,left,",
                        "2026-01-15,5,NW,0,300,300,300,served,BEN"));
        // When
        var figures = TraceFigures.of(trace);
        // Then
        assertThat(figures.keySet()).extracting(FigureKey::service).containsExactly("*", "NW", "PS");
        assertThat(figures.get(new FigureKey(DAY, "PS")).values()).isEqualTo(row(4, 3, 1, 150, 100L, 40L, 100L, 160));
        assertThat(figures.get(new FigureKey(DAY, "*")).values()).isEqualTo(row(5, 4, 1, 150, 100L, 10L, 100L, 160));
    }

    @Test
    void each_figure_is_filed_under_the_date_on_which_it_happens() {
        // Given: issued before midnight, called and served after it
        Trace trace = TraceFile.of(folder, List.of("2026-01-15,1,PS,0,86390,86400,86450,served,ANNA"));
        // When
        var figures = TraceFigures.of(trace);
        // Then
        assertThat(figures.get(new FigureKey(DAY, "PS")).values()).isEqualTo(row(1, 0, 0, 0, null, null, null, 0));
        assertThat(figures.get(new FigureKey(DAY.plusDays(1), "PS")).values())
                .isEqualTo(row(0, 1, 0, 10, 10L, 10L, 10L, 50));
    }

    @Test
    void a_random_trace_gives_what_a_plain_second_computation_gives() {
        // Given
        Trace trace = random(new Random(7));
        // When
        var figures = TraceFigures.of(trace);
        // Then
        assertThat(figures).isNotEmpty();
        figures.forEach(
                (key, row) -> assertThat(row.values()).as(key.toString()).isEqualTo(plain(trace, key)));
    }

    private static Map<Figure, Long> plain(Trace trace, FigureKey key) {
        List<TraceTicket> all = trace.tickets().stream()
                .filter(t -> key.service().equals("*") || t.service().equals(key.service()))
                .toList();
        long[] waits = all.stream()
                .filter(TraceTicket::served)
                .filter(on(key, TraceTicket::started))
                .mapToLong(TraceTicket::waited)
                .sorted()
                .toArray();
        List<TraceTicket> ended =
                all.stream().filter(on(key, TraceTicket::finished)).toList();
        List<TraceTicket> served = ended.stream().filter(TraceTicket::served).toList();
        long sum = 0;
        for (long wait : waits) {
            sum += wait;
        }
        int n = waits.length;
        return row(
                all.stream().filter(on(key, TraceTicket::issued)).count(),
                served.size(),
                ended.size() - served.size(),
                sum,
                n == 0 ? null : waits[n - 1],
                n == 0 ? null : waits[(n + 1) / 2 - 1],
                n == 0 ? null : waits[(9 * n + 9) / 10 - 1],
                served.stream().mapToLong(t -> t.finished() - t.started()).sum());
    }

    private static Predicate<TraceTicket> on(FigureKey key, ToLongFunction<TraceTicket> second) {
        return t -> t.day().plusDays(second.applyAsLong(t) >= 86_400 ? 1 : 0).equals(key.date());
    }

    private static Trace random(Random random) {
        List<TraceTicket> tickets = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            int issued = 80_000;
            for (int n = 1; n <= 400; n++) {
                issued += random.nextInt(20);
                boolean served = random.nextInt(4) > 0;
                int started = issued + random.nextInt(900);
                tickets.add(new TraceTicket(
                        n,
                        DAY.plusDays(day),
                        n,
                        random.nextBoolean() ? "PS" : "NW",
                        0,
                        issued,
                        served ? started : -1,
                        started + (served ? random.nextInt(300) : 0),
                        served ? "OP" + n : ""));
            }
        }
        return new Trace(tickets);
    }

    private static Map<Figure, Long> row(
            long issued, long served, long left, long waitSum, Long max, Long p50, Long p90, long serviceSum) {
        Map<Figure, Long> row = new java.util.EnumMap<>(Figure.class);
        row.putAll(Map.of(
                Figure.ISSUED, issued,
                Figure.SERVED, served,
                Figure.LEFT, left,
                Figure.WAIT_SUM, waitSum,
                Figure.SERVICE_SUM, serviceSum));
        if (max != null) {
            row.putAll(Map.of(Figure.WAIT_MAX, max, Figure.WAIT_P50, p50, Figure.WAIT_P90, p90));
        }
        return row;
    }
}
