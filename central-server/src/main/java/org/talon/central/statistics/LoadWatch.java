package org.talon.central.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.StreamWatch;

/**
 * Keeps every dashboard that watches up to date, whichever process of the centre took a change in, and also where a branch falls silent,
 * which is a change that nobody makes.
 */
@ApplicationScoped
class LoadWatch {

    private final ReadToday readToday;
    private final Clock clock;
    private final ObjectMapper json;
    private final LoadStreams streams;
    private final long freshForNanos;
    private final StreamWatch watch;
    private @Nullable Shown shown;

    /** @param what the load but for what time alone changes */
    private record Shown(LoadView what, String text, long sinceNanos) {}

    LoadWatch(ReadToday readToday, Clock clock, ObjectMapper json, LoadStreams streams, LoadStreamConfig config) {
        this.readToday = readToday;
        this.clock = clock;
        this.json = json;
        this.streams = streams;
        this.freshForNanos = config.freshFor().toNanos();
        this.watch = new StreamWatch("load-watch", streams, this::look);
    }

    void onStart(@Observes StartupEvent start) {
        watch.start();
    }

    void beforeStop(@Observes ShutdownDelayInitiatedEvent stop) {
        watch.endStreams();
    }

    void onStop(@Observes ShutdownEvent stop) {
        watch.stop();
    }

    /** By the thread of the watch alone. */
    private void look() {
        LoadView load = LoadView.of(readToday.all(), clock.instant());
        LoadView what = load.withoutTime();
        Shown before = shown;
        if (before == null || !before.what.equals(what) || System.nanoTime() - before.sinceNanos >= freshForNanos) {
            before = new Shown(what, written(load), System.nanoTime());
            shown = before;
        }
        String text = before.text;
        streams.forEach((all, events) -> events.show(text));
    }

    private String written(LoadView load) {
        try {
            return json.writeValueAsString(load);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
