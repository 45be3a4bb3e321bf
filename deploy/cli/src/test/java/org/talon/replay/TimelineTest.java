package org.talon.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.talon.replay.Action.Kind.CANCEL;
import static org.talon.replay.Action.Kind.COMPLETE;
import static org.talon.replay.Action.Kind.ISSUE;
import static org.talon.replay.Action.Kind.SERVE_AT_ONCE;
import static org.talon.replay.Action.Kind.START;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

    @TempDir
    Path folder;

    @Test
    void within_a_second_whoever_is_done_makes_room_before_the_next_is_called() {
        // Given: all of it meets at second 200
        Trace trace = TraceFile.of(
                folder,
                List.of(
                        "2026-01-15,1,PS,0,100,150,200,served,ANNA",
                        "2026-01-15,2,PS,0,110,200,230,served,ANNA",
                        "2026-01-15,3,PS,0,120,200,200,served,ANNA",
                        "2026-01-15,4,PS,0,200,,200,left,"));
        // When
        List<Action> at200 = Timeline.of(trace).stream()
                .filter(action -> action.second() % Trace.SECONDS_A_DAY == 200)
                .toList();
        // Then
        assertThat(at200)
                .extracting(Action::kind, action -> action.ticket().number())
                .containsExactly(
                        tuple(COMPLETE, 1),
                        tuple(ISSUE, 4),
                        tuple(CANCEL, 4),
                        tuple(SERVE_AT_ONCE, 3),
                        tuple(START, 2));
    }

    @Test
    void the_end_of_a_day_runs_into_the_beginning_of_the_next() {
        // Given
        Trace trace = TraceFile.of(
                folder,
                List.of("2026-01-15,1,PS,0,86000,86300,86430,served,ANNA", "2026-01-16,1,PS,0,20,40,90,served,BEN"));
        // When
        List<Action> actions = Timeline.of(trace);
        // Then
        assertThat(actions)
                .extracting(Action::kind, action -> action.ticket().operator())
                .containsExactly(
                        tuple(ISSUE, "ANNA"),
                        tuple(START, "ANNA"),
                        tuple(ISSUE, "BEN"),
                        tuple(COMPLETE, "ANNA"),
                        tuple(START, "BEN"),
                        tuple(COMPLETE, "BEN"));
    }

    @Test
    void days_are_dealt_out_round_robin_and_no_branch_is_without_one() {
        // Given
        Trace trace = TraceFile.of(
                folder,
                List.of(
                        "2026-01-15,1,PS,0,1,,2,left,",
                        "2026-01-16,1,PS,0,1,,2,left,",
                        "2026-01-18,1,PS,0,1,,2,left,"));
        // When, then
        assertThat(trace.dealtOver(2))
                .extracting(hand -> List.copyOf(hand.days()))
                .containsExactly(
                        List.of(LocalDate.parse("2026-01-15"), LocalDate.parse("2026-01-18")),
                        List.of(LocalDate.parse("2026-01-16")));
        assertThat(trace.dealtOver(8)).hasSize(3);
    }

    @Test
    void a_second_of_the_trace_is_an_instant_by_the_branchs_wall_clock() {
        assertThat(ReplayClock.instant(LocalDate.parse("2026-01-15").toEpochDay() * 86_400L))
                .isEqualTo("2026-01-14T21:00:00Z");
    }
}
