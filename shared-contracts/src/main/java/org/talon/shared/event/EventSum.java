package org.talon.shared.event;

/**
 * Events as a {@link DayDigest} counts them, in whatever order they came.
 *
 * @param hash sum of their {@link EventHash}es, with overflow
 */
public record EventSum(long events, long hash) {

    public static final EventSum NOTHING = new EventSum(0, 0);

    public static EventSum of(EventEnvelope event) {
        return new EventSum(1, EventHash.of(event));
    }

    public EventSum plus(EventSum other) {
        return new EventSum(events + other.events, hash + other.hash);
    }

    public EventSum minus(EventSum other) {
        return new EventSum(events - other.events, hash - other.hash);
    }

    public String hashText() {
        return EventHash.text(hash);
    }
}
