package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final Client client = new Client();
    private final List<String> askedOfResponse = new ArrayList<>();
    private final EventStream stream = EventStream.open(SseImpl.INSTANCE, client, response(), "notifications");

    @Test
    void a_client_is_told_first_when_to_come_again() {
        assertThat(client.written.getFirst().getReconnectDelay()).isEqualTo(2000);
        assertThat(askedOfResponse).containsOnly("putHeader");
    }

    @Test
    void a_slow_client_gets_the_newest_state_and_what_he_missed_is_not_kept() {
        // Given
        client.takesIn();
        // When
        stream.show("[1]");
        stream.show("[2]");
        stream.show("[3]");
        // Then
        assertThat(client.states()).containsExactly("[1]");
        client.takesIn();
        assertThat(client.states()).containsExactly("[1]", "[3]");
        client.takesIn();
        assertThat(client.states()).containsExactly("[1]", "[3]");
        assertThat(client.written).last().returns("2", OutboundSseEvent::getId);
    }

    @Test
    void a_state_that_stays_is_told_once() {
        client.takesIn();
        stream.show("[1]");
        client.takesIn();
        stream.show("[1]");
        stream.show("[2]");

        assertThat(client.states()).containsExactly("[1]", "[2]");
    }

    @Test
    void silence_is_broken_only_where_it_lasted_and_nothing_is_under_way() {
        client.takesIn();

        stream.breakSilenceOf(LONG);
        assertThat(client.written).hasSize(1);
        stream.breakSilenceOf(Duration.ZERO);
        assertThat(client.written).hasSize(2).last().returns("", OutboundSseEvent::getComment);
        stream.breakSilenceOf(Duration.ZERO);
        assertThat(client.written).hasSize(2);
    }

    @Test
    void a_client_who_takes_nothing_in_is_lost_after_a_while() {
        assertThat(stream.isLost(LONG)).isFalse();
        assertThat(stream.isLost(Duration.ZERO)).isTrue();

        client.takesIn();

        assertThat(stream.isLost(Duration.ZERO)).isFalse();
    }

    @Test
    void a_client_whose_connection_breaks_is_lost_at_once() {
        client.breaks();

        stream.show("[1]");

        assertThat(stream.isLost(LONG)).isTrue();
        assertThat(client.states()).isEmpty();
    }

    @Test
    void a_client_who_is_given_up_is_cut_off() {
        stream.abort();

        assertThat(askedOfResponse).contains("reset");
        assertThat(stream.isLost(LONG)).isTrue();
    }

    private HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServerResponse.class}, (proxy, method, arguments) -> {
                    askedOfResponse.add(method.getName());
                    return method.getReturnType() == boolean.class ? Boolean.TRUE : proxy;
                });
    }

    /** Takes in what is written to him when the test says so. */
    private static final class Client implements SseEventSink {

        private final List<OutboundSseEvent> written = new ArrayList<>();
        private final Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
        private boolean closed;

        void takesIn() {
            underWay.remove().complete(null);
        }

        void breaks() {
            underWay.remove().completeExceptionally(new IllegalStateException("the connection broke"));
        }

        List<Object> states() {
            return written.stream()
                    .map(OutboundSseEvent::getData)
                    .filter(data -> data != null)
                    .toList();
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("Already closed");
            }
            written.add(event);
            underWay.add(new CompletableFuture<>());
            return underWay.getLast();
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
