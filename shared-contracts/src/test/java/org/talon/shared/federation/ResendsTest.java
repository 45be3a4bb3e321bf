package org.talon.shared.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.federation.Message.Place;

class ResendsTest {

    private static final List<Place> NO_FORMER_EPOCH = List.of();

    private final Resends resends = new Resends();

    @Test
    void what_was_never_sent_is_not_sent_again() {
        ask(1, 8);

        assertThat(resends.next(sentTo(1, 7), NO_FORMER_EPOCH)).isEmpty();
        assertThat(resends.next(sentTo(1, 8), NO_FORMER_EPOCH))
                .as("it was forgotten")
                .isEmpty();
    }

    @Test
    void who_asks_again_for_what_is_under_way_is_not_heard_twice() {
        ask(1, 3);
        assertThat(resends.next(sentTo(1, 9), NO_FORMER_EPOCH)).hasValue(new Place(1, 3));
        resends.sentTo(new Place(1, 5));

        ask(1, 4);
        assertThat(resends.next(sentTo(1, 9), NO_FORMER_EPOCH)).hasValue(new Place(1, 6));

        ask(1, 2);
        assertThat(resends.next(sentTo(1, 9), NO_FORMER_EPOCH)).hasValue(new Place(1, 2));
        resends.sentTo(new Place(1, 9));
        assertThat(resends.next(sentTo(1, 9), NO_FORMER_EPOCH)).isEmpty();
    }

    @Test
    void a_centre_that_is_ahead_of_where_an_epoch_ended_gets_the_next_one_from_its_beginning() {
        ask(1, 500);

        assertThat(resends.next(sentTo(2, 9), List.of(new Place(1, 300)))).hasValue(new Place(2, 1));
    }

    @Test
    void a_centre_that_has_not_come_to_the_end_of_a_former_epoch_gets_that_first() {
        ask(1, 299);

        assertThat(resends.next(sentTo(2, 9), List.of(new Place(1, 300)))).hasValue(new Place(1, 299));
        resends.sentTo(new Place(1, 300));
        assertThat(resends.next(sentTo(2, 9), List.of(new Place(1, 300)))).hasValue(new Place(2, 1));
    }

    @Test
    void a_centre_that_stands_in_an_epoch_which_is_not_this_history_gets_the_one_after_it() {
        ask(2, 40);

        assertThat(resends.next(sentTo(3, 9), List.of(new Place(1, 300)))).hasValue(new Place(3, 1));
    }

    @Test
    void a_conflict_is_one_of_the_current_epoch_up_to_the_next_number() {
        ask(1, 5, true);
        assertThat(resends.conflict(sentTo(2, 9))).isEmpty();

        ask(2, 11, true);
        assertThat(resends.conflict(sentTo(2, 9))).isEmpty();

        ask(2, 5, true);
        assertThat(resends.conflict(sentTo(2, 9))).hasValue(new Place(2, 5));
        assertThat(resends.conflict(sentTo(2, 9))).as("it is told once").isEmpty();
        assertThat(resends.next(sentTo(2, 9), NO_FORMER_EPOCH))
                .as("nothing is sent again for it")
                .isEmpty();
    }

    private void ask(int epoch, long fromSeq) {
        ask(epoch, fromSeq, null);
    }

    private void ask(int epoch, long fromSeq, @Nullable Boolean conflicting) {
        resends.ask(new ResendRequest(new UUID(0, 1), epoch, fromSeq, Instant.EPOCH, conflicting));
    }

    private static EventLog.State sentTo(int epoch, long seq) {
        return new EventLog.State(epoch, seq, seq, 0, 0, false);
    }
}
