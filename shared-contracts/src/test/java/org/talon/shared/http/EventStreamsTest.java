package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import org.talon.shared.http.EventStreams.Limits;

class EventStreamsTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final EventStreams<String> streams = new EventStreams<>(new Limits(2, LONG, LONG, LONG, LONG));

    @Test
    void one_who_arrives_while_all_are_ended_is_ended_too() {
        // Given
        Client early = new Client();
        Client late = new Client();
        streams.open("hall", () -> opened(early));
        // When
        streams.open("hall", () -> {
            streams.endAll();
            return opened(late);
        });
        // Then
        assertThat(early.closed).isTrue();
        assertThat(late.closed).isTrue();
        assertThat(streams.size()).isZero();
    }

    @Test
    void nobody_is_let_in_after_the_end_though_places_are_free() {
        // When
        streams.endAll();
        // Then
        assertThatThrownBy(() -> streams.open("hall", () -> opened(new Client())))
                .isInstanceOf(DomainException.class);
        assertThat(streams.size()).isZero();
    }

    private EventStream opened(Client client) {
        return EventStream.open(SseImpl.INSTANCE, client, response(), "notifications");
    }

    private HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServerResponse.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? Boolean.TRUE : proxy);
    }

    /** Takes nothing in. */
    private static final class Client implements SseEventSink {

        private boolean closed;

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            return new CompletableFuture<>();
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
