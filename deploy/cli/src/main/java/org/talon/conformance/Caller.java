package org.talon.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talon.report.CannotRun;

/** Makes one call after another and says of each what did not fit. */
final class Caller implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern MISSING = Pattern.compile("\\{\\w+}");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final URI branch;
    private final Target target;
    private final Shapes shapes;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    Caller(URI branch, Target target, Shapes shapes) {
        this.branch = branch;
        this.target = target;
        this.shapes = shapes;
    }

    Verdict make(Call call) {
        String path = target.fill(call.path());
        String parameters = target.fill(call.parameters());
        Matcher missing = MISSING.matcher(path + " " + parameters);
        if (missing.find()) {
            return new Verdict(
                    call, path, parameters, 0, List.of("not made: no earlier call answered " + missing.group()));
        }
        HttpResponse<byte[]> answer = send(call, path, parameters);
        List<String> misfits = new ArrayList<>();
        if (answer.statusCode() != call.status()) {
            misfits.add("expected " + call.status());
        }
        check(call, answer, misfits);
        return new Verdict(call, path, parameters, answer.statusCode(), misfits);
    }

    private void check(Call call, HttpResponse<byte[]> answer, List<String> misfits) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        String expected = call.shape().equals("Problem")
                ? "application/problem+json"
                : call.shape().equals("image/png") ? "image/png" : "application/json";
        if (!type.startsWith(expected)) {
            misfits.add("content type is " + type + ", expected " + expected);
        }
        if (call.shape().equals("image/png")) {
            if (!new String(answer.body(), StandardCharsets.ISO_8859_1)
                    .startsWith(new String(PNG, StandardCharsets.ISO_8859_1))) {
                misfits.add("the body is no PNG");
            }
        } else {
            checkJson(call, answer, misfits);
        }
    }

    private void checkJson(Call call, HttpResponse<byte[]> answer, List<String> misfits) {
        try {
            JsonNode body = JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
            misfits.addAll(shapes.misfits(body, call.shape()));
            call.remember().forEach((name, place) -> remember(name, place, body, misfits));
        } catch (JsonProcessingException broken) {
            misfits.add("the body is no JSON: " + broken.getOriginalMessage());
        }
    }

    private void remember(String name, String place, JsonNode body, List<String> misfits) {
        String pointer = place.equals(".")
                ? ""
                : "/" + place.replace("[", "/").replace("]", "").replace('.', '/');
        JsonNode value = body.at(pointer.replace("//", "/"));
        if (value.isMissingNode()) {
            misfits.add("there is no " + place);
        } else {
            target.values().put(name, value.asText());
        }
    }

    private HttpResponse<byte[]> send(Call call, String path, String parameters) {
        String query = call.method().equals("GET") && !parameters.isEmpty() ? "?" + parameters : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(branch + "/" + path.replace(" ", "%20") + query))
                .timeout(LIMIT);
        String token = target.values().get(call.who());
        if (token != null) {
            request.header("Authorization", token);
        }
        if (call.method().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            request.POST(BodyPublishers.ofString(parameters));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CannotRun(branch + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }

    /** A token that the table takes for granted. */
    void login(String name, String login, String password) {
        make(new Call(
                "",
                "nobody",
                "POST",
                "queue/admin/login",
                "login=" + login + "&password=" + password,
                200,
                "text",
                Map.of(name, ".")));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
