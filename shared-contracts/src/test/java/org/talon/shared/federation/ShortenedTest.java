package org.talon.shared.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.LogBegins;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.Message.Shortened;

/** What a branch says of the beginning of its log, and what the centre makes of it. */
class ShortenedTest {

    private static final UUID BRANCH = new UUID(1, 2);
    private static final Instant AT = Instant.parse("2026-11-23T06:15:00Z");

    private final EventCodec codec = new EventCodec();
    private final BranchCursor cursor = new BranchCursor(BranchPosition.first(BRANCH));

    @Test
    void it_says_from_where_on_the_log_is_kept() {
        assertThat(read(new LogBegins(2, 7, AT))).isInstanceOfSatisfying(Shortened.class, said -> {
            assertThat(said.branchId()).isEqualTo(BRANCH);
            assertThat(said.first()).isEqualTo(new Place(2, 7));
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "2, 0"})
    void a_log_begins_at_no_place_that_is_none(int epoch, long seq) {
        assertThat(read(new LogBegins(epoch, seq, AT))).isInstanceOf(Poison.class);
    }

    @Test
    void a_log_loses_more_and_more_of_its_beginning_whatever_is_read_again() {
        cursor.takeShortened(new Place(1, 7), 0);
        cursor.takeShortened(new Place(1, 5), 1);

        assertThat(cursor.to(AT).keptFrom()).isEqualTo(new Place(1, 7));
    }

    @Test
    void only_who_lacks_what_is_gone_is_cut_off() {
        cursor.takeShortened(new Place(1, 7), 0);
        assertThat(cursor.to(AT).isCutOff()).isFalse();

        cursor.take(new Place(1, 9), 1);
        assertThat(cursor.to(AT).isCutOff()).isTrue();
        assertThat(cursor.to(AT).asks(AT)).isEmpty();

        for (long seq = 1; seq < 7; seq++) {
            cursor.take(new Place(1, seq), 1 + seq);
        }
        cursor.take(new Place(1, 9), 9);
        assertThat(cursor.to(AT).isCutOff()).isFalse();
        assertThat(cursor.to(AT).asks(AT))
                .get()
                .satisfies(request -> assertThat(request.fromSeq()).isEqualTo(7));
    }

    @Test
    void what_a_lost_history_no_longer_had_the_new_one_may_have() {
        cursor.takeShortened(new Place(1, 7), 0);

        cursor.take((Message.Fact) read(new EpochBegan(1, 0, AT), 2, 1L));

        assertThat(cursor.to(AT).keptFrom()).isNull();
    }

    private Message read(LogBegins said) {
        return read(said, 2, null);
    }

    private Message read(org.talon.shared.event.BranchEvent event, int epoch, Long seq) {
        EventEnvelope envelope = new EventEnvelope(
                BRANCH,
                epoch,
                seq,
                new UUID(3, 4),
                EventCodec.typeOf(event),
                EventCodec.VERSION,
                AT,
                LocalDate.of(2026, 11, 23),
                9,
                codec.data(event));
        return new MessageReader().read(new Received(EventEnvelope.topicOf(BRANCH), 0, 5, codec.encode(envelope)));
    }
}
