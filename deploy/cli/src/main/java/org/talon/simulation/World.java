package org.talon.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chance, time and the trace of one run: the same for the same seed. Used by one thread. */
final class World {

    /** The evening before the clocks of Berlin go back. */
    private static final long START = Instant.parse("2026-10-24T20:00:00Z").toEpochMilli();

    private static final long LONGEST_MILLIS = 480_000;
    private static final int DEEPEST = 3;

    private final Random random;
    private final @Nullable Flaw flaw;
    private final Weather weather;
    private final Consumer<String> story;
    private long millis = START;
    private long trace = 17;
    private int depth;
    private boolean calm;
    private Runnable others = () -> {};

    World(long seed, @Nullable Flaw flaw, Consumer<String> story) {
        this.story = story;
        // Neighbouring seeds of Random begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.flaw = flaw;
        this.weather = Weather.of(random);
    }

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for it");
        }

        @Override
        public Instant instant() {
            return now();
        }
    };

    Clock clock() {
        return clock;
    }

    Instant now() {
        return Instant.ofEpochMilli(millis);
    }

    long nanos() {
        return millis * 1_000_000;
    }

    void passTime() {
        millis += 1 + random.nextLong(LONGEST_MILLIS);
    }

    /** A moment, so that what follows is later. */
    void passMoment() {
        millis++;
    }

    boolean has(Flaw one) {
        return flaw == one;
    }

    Weather weather() {
        return weather;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double of) {
        return !calm && random.nextDouble() < of;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Nothing fails any more. */
    void calmDown() {
        calm = true;
    }

    void whileOneWaits(Runnable whatOthersDo) {
        others = whatOthersDo;
    }

    /** A call over a wire: others may act before it comes to pass, or it may fail first. */
    void before(String call) {
        interleave();
        failBy(weather.crash(), "before " + call);
    }

    /** The call has come to pass; but whoever made it may never learn of it. */
    void after(String call) {
        failBy(weather.crash(), "after " + call);
        interleave();
    }

    private void failBy(double probability, String where) {
        if (chance(probability)) {
            note("fault " + where);
            throw new Fault(where);
        }
    }

    private void interleave() {
        if (depth < DEEPEST && chance(weather.interleaving())) {
            depth++;
            try {
                others.run();
            } finally {
                depth--;
            }
        }
    }

    /** A line of the story, and a part of the trace. */
    void note(String what) {
        story.accept(now() + " " + what);
        for (int i = 0; i < what.length(); i++) {
            trace = (trace ^ what.charAt(i)) * 0x100000001B3L;
        }
        trace = (trace ^ millis) * 0x100000001B3L;
    }

    long trace() {
        return trace;
    }
}
