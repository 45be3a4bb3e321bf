package org.talon.local.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of server-sent events: opens the stream and takes in what comes, until it is switched off. */
public final class WatchingClient implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();
    private final HttpClient client;
    private final HttpResponse<InputStream> response;

    /** One block of the stream: its fields as they came; a comment has the empty name. */
    public record Event(Map<String, String> fields) {

        public String id() {
            return fields.get("id");
        }

        public String data() {
            return fields.get("data");
        }

        public boolean isHeartbeat() {
            return fields.equals(Map.of("", ""));
        }
    }

    /** @param headers more of them, by turns name and value */
    public WatchingClient(URI stream, HttpClient.Version version, String... headers)
            throws IOException, InterruptedException {
        client = HttpClient.newBuilder().version(version).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    public int status() {
        return response.statusCode();
    }

    public HttpClient.Version version() {
        return response.version();
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /** The next state that it is shown. */
    public Event next() throws InterruptedException {
        return next(event -> event.data() != null);
    }

    public Event next(Predicate<Event> wanted) throws InterruptedException {
        while (true) {
            Event event = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing of the kind arrived within " + PATIENCE_SECONDS + " s");
            }
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    arrived.add(new Event(fields));
                    fields = new LinkedHashMap<>();
                } else {
                    String[] field = line.split(": ?", 2);
                    fields.put(field[0], field[1]);
                }
            }
        } catch (IOException | UncheckedIOException switchedOff) {
            // As it must end.
        }
    }

    /** Ends the stream alone: where several share a connection, the connection stays. */
    @Override
    public void close() throws IOException {
        response.body().close();
        client.shutdown();
    }
}
