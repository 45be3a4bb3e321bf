package org.talon.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.talon.network.Pause;

/**
 * A branch of several processes in the hands of one caller who never gives up: a call that gets no answer is sent again,
 * to the next process, with the same Idempotency-Key, so that it has one effect whichever of them dies.
 */
public final class TwinClient {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final int UNAVAILABLE = 503;

    private final List<Http> processes;
    private int next;

    /** @param first which of them is asked first */
    public TwinClient(List<URI> processes, int first) {
        this.processes = processes.stream().map(Http::new).toList();
        this.next = first;
    }

    public String login(String path, Map<String, String> parameters) {
        return steadily(http -> http.login(path, parameters));
    }

    public JsonNode post(String path, String token, Map<String, String> parameters, String key) {
        return steadily(http -> http.postOnce(path, token, parameters, key));
    }

    public JsonNode get(String path, String token) {
        return steadily(http -> http.get(path, token));
    }

    private interface Call<T> {
        T on(Http process);
    }

    private <T> T steadily(Call<T> call) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return call.on(processes.get(Math.floorMod(next++, processes.size())));
            } catch (Unreachable gone) {
                if (System.nanoTime() > limit) {
                    throw gone;
                }
            } catch (Refused refused) {
                if (refused.status() != UNAVAILABLE || System.nanoTime() > limit) {
                    throw refused;
                }
            }
            Pause.of(BETWEEN_TRIES);
        }
    }
}
