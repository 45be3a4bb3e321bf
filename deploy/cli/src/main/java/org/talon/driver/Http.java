package org.talon.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.shared.time.SimulatedMoments;

/** Calls one server over connections that are kept, and reads its answers. Never repeats a call by itself. */
final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);
    private static final int FIRST_REFUSAL = 400;

    /** One for all: every client has a thread of its own, and there may be hundreds of callers. It reads answers itself. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .executor(Runnable::run)
            .build();

    private final URI base;
    private volatile @Nullable Instant moment;

    Http(URI base) {
        this.base = base;
    }

    /** From now on every call says that it is made then, to a server in simulated time. */
    void at(Instant moment) {
        this.moment = moment;
    }

    JsonNode get(String path, String token) {
        return call(path, request(path, token).GET());
    }

    /** Parameters travel in the body, so that no password stands in a log. */
    JsonNode post(String path, String token, Map<String, String> parameters) {
        return call(
                path,
                request(path, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(parameters))));
    }

    /** A call that has one effect however often it is sent. */
    JsonNode postOnce(String path, String token, Map<String, String> parameters, String key) {
        return call(
                path,
                request(path, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(encoded(parameters))));
    }

    /** The token that a login call answers. */
    String login(String path, Map<String, String> parameters) {
        return post(path, "", parameters).asText();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/" + path)).timeout(ANSWER_LIMIT);
        Instant now = moment;
        if (now != null) {
            request.header(SimulatedMoments.HEADER, now.toString());
        }
        return token.isEmpty() ? request : request.header("Authorization", token);
    }

    private JsonNode call(String path, HttpRequest.Builder request) {
        String call = base + "/" + path;
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw new Refused(call, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Unreachable(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(call, e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
