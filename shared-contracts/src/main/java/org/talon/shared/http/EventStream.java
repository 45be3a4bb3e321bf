package org.talon.shared.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One client of server-sent events, who is shown the newest state of something and misses only what is no longer true.
 * At most one event is on its way to him and one waits, so that a slow client costs little and holds nobody up.
 */
public final class EventStream {

    private static final Logger LOG = System.getLogger(EventStream.class.getName());
    private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Sse sse;
    private final SseEventSink sink;
    private final HttpServerResponse response;
    private final String name;
    private final AtomicReference<@Nullable String> shown = new AtomicReference<>();
    private final AtomicReference<@Nullable String> newest = new AtomicReference<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile long lastWriteNanos = System.nanoTime();
    private long lastId;

    private EventStream(Sse sse, SseEventSink sink, HttpServerResponse response, String name) {
        this.sse = sse;
        this.sink = sink;
        this.response = response;
        this.name = name;
    }

    /**
     * Opens a stream of events of this name, by the thread that took the call: what is written first also writes the
     * headers, and that must be over before another thread writes.
     */
    public static EventStream open(Sse sse, SseEventSink sink, HttpServerResponse response, String name) {
        // A proxy that buffers or keeps events would show a state of the past.
        response.putHeader("X-Accel-Buffering", "no").putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        EventStream stream = new EventStream(sse, sink, response, name);
        stream.underWay.set(true);
        stream.write(sse.newEventBuilder()
                .comment("")
                .reconnectDelay(COME_AGAIN_AFTER.toMillis())
                .build());
        return stream;
    }

    /**
     * Shows a state, unless it was the last to be shown. One that waits to be sent is forgotten for it. Never waits for
     * the client.
     */
    public void show(String state) {
        if (!state.equals(shown.getAndSet(state))) {
            newest.set(state);
            proceed();
        }
    }

    /** Writes a line without meaning after so long a silence: proxies keep the connection, a dead one is found out. */
    public void breakSilenceOf(Duration limit) {
        if (sinceLastWrite().compareTo(limit) >= 0 && underWay.compareAndSet(false, true)) {
            write(sse.newEventBuilder().comment("").build());
        }
    }

    /** Whether the client went away, or has taken in nothing of what was written to him for so long. */
    public boolean isLost(Duration patience) {
        return sink.isClosed() || (underWay.get() && sinceLastWrite().compareTo(patience) >= 0);
    }

    /** Ends the stream; what is on its way may still arrive. */
    public void close() {
        sink.close();
    }

    /** Ends the stream of a client who takes nothing in: nothing is written to him any more, not even the end. */
    public void abort() {
        response.reset();
        sink.close();
    }

    private void proceed() {
        while (newest.get() != null && underWay.compareAndSet(false, true)) {
            String data = newest.getAndSet(null);
            if (data != null) {
                write(event(data));
                return;
            }
            underWay.set(false);
        }
    }

    private void write(OutboundSseEvent event) {
        lastWriteNanos = System.nanoTime();
        sent(event).whenComplete((written, failure) -> {
            underWay.set(false);
            if (failure == null) {
                proceed();
            } else {
                LOG.log(Level.DEBUG, "a stream ended: {0}", failure);
                sink.close();
            }
        });
    }

    private CompletionStage<?> sent(OutboundSseEvent event) {
        try {
            return sink.send(event);
        } catch (IllegalStateException closedMeanwhile) {
            return CompletableFuture.failedFuture(closedMeanwhile);
        }
    }

    private OutboundSseEvent event(String data) {
        return sse.newEventBuilder()
                .id(Long.toString(++lastId))
                .name(name)
                .data(String.class, data)
                .build();
    }

    private Duration sinceLastWrite() {
        return Duration.ofNanos(System.nanoTime() - lastWriteNanos);
    }
}
