package org.talon.shared.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.event.LogBegins;
import org.talon.shared.event.UnreadableEvent;
import org.talon.shared.federation.Message.Aside;
import org.talon.shared.federation.Message.Digest;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Figure;
import org.talon.shared.federation.Message.LifeSign;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.Message.Poison;
import org.talon.shared.federation.Message.Shortened;
import org.talon.shared.figures.EventFigures;

/** Tells what a record of Kafka is. Whatever the bytes, it answers: what cannot be read is {@link Poison}. */
public final class MessageReader {

    private static final Pattern TOPIC =
            Pattern.compile("talon\\.branch\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.v1");

    private final EventCodec codec = new EventCodec();

    public Message read(Received received) {
        UUID owner = ownerOf(received.topic());
        if (owner == null) {
            return poison(received, null, null, "the topic names no branch");
        }
        if (received.partition() != 0) {
            return poison(received, owner, null, "the topic of a branch has one partition, this is another");
        }
        if (received.bytes() == null) {
            return poison(received, owner, null, "the message is empty");
        }
        return read(received, owner, received.bytes());
    }

    /** The branch whose topic it is; null where it is nobody's. */
    public static @Nullable UUID ownerOf(String topic) {
        Matcher named = TOPIC.matcher(topic);
        return named.matches() ? UUID.fromString(named.group(1)) : null;
    }

    /**
     * An event that was read before and is read again from where it was kept.
     *
     * @throws UnreadableEvent where it cannot be read any more
     */
    public Fact fact(EventEnvelope kept) {
        return fact(nowhere(kept), kept, seqOf(kept), codec.event(kept).orElse(null));
    }

    /** The same as one of a type that this version does not know. */
    public Fact unread(EventEnvelope kept) {
        return fact(nowhere(kept), kept, seqOf(kept), null);
    }

    private static Received nowhere(EventEnvelope kept) {
        return new Received(EventEnvelope.topicOf(kept.branchId()), 0, -1, null);
    }

    private static long seqOf(EventEnvelope kept) {
        return Objects.requireNonNull(kept.seq());
    }

    private Message read(Received received, UUID owner, byte[] bytes) {
        EventEnvelope envelope;
        try {
            envelope = codec.decode(bytes);
        } catch (RuntimeException unreadable) {
            return poison(received, owner, null, reason(unreadable));
        }
        if (!envelope.branchId().equals(owner)) {
            return poison(received, owner, null, "it says that it comes from branch " + envelope.branchId());
        }
        Place place = envelope.seq() == null ? null : new Place(envelope.epoch(), envelope.seq());
        try {
            return read(received, envelope);
        } catch (RuntimeException unreadable) {
            return poison(received, owner, place, reason(unreadable));
        }
    }

    private Message read(Received received, EventEnvelope envelope) {
        Optional<BranchEvent> event = codec.event(envelope);
        return switch (event.orElse(null)) {
            case Heartbeat heartbeat -> new LifeSign(received, envelope.branchId(), envelope.epoch(), heartbeat);
            case DayDigest digest -> new Digest(received, envelope.branchId(), envelope.epoch(), digest);
            case LogBegins begins
            when begins.firstEpoch() < 1 || begins.firstSeq() < 1 ->
                poison(received, envelope.branchId(), null, "a log must begin with an epoch and a number from 1 on");
            case LogBegins begins ->
                new Shortened(received, envelope.branchId(), new Place(begins.firstEpoch(), begins.firstSeq()));
            case null ->
                envelope.seq() == null
                        ? new Aside(received, envelope.branchId(), envelope.type())
                        : fact(received, envelope, envelope.seq(), null);
            case EpochBegan began
            when !isPossible(envelope, began) ->
                poison(
                        received,
                        envelope.branchId(),
                        envelope.seq() == null ? null : new Place(envelope.epoch(), envelope.seq()),
                        "an epoch must begin with number 1 and follow a lower one");
            case BranchEvent known ->
                envelope.seq() == null
                        ? poison(received, envelope.branchId(), null, "a " + envelope.type() + " must have a number")
                        : fact(received, envelope, envelope.seq(), known);
        };
    }

    private static boolean isPossible(EventEnvelope envelope, EpochBegan began) {
        return envelope.seq() != null
                && envelope.seq() == 1
                && began.previousEpoch() >= 1
                && began.previousEpoch() < envelope.epoch()
                && began.lastSeq() >= 0;
    }

    private static Fact fact(Received received, EventEnvelope envelope, long seq, @Nullable BranchEvent event) {
        List<Figure> figures = new ArrayList<>();
        if (event != null) {
            EventFigures.of(
                    event,
                    envelope.businessDate(),
                    envelope.businessHour(),
                    (key, adds) -> figures.add(new Figure(key, adds)));
        }
        return new Fact(received, envelope, seq, event, figures);
    }

    private static Poison poison(Received received, @Nullable UUID owner, @Nullable Place place, String reason) {
        return new Poison(received, owner, place, reason);
    }

    private static String reason(RuntimeException unreadable) {
        return unreadable.getMessage() == null ? "its content does not fit: " + unreadable : unreadable.getMessage();
    }
}
