package org.talon.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
        HttpResponse<InputStream> answer = send(call, path, parameters);
        List<String> misfits = new ArrayList<>();
        if (answer.statusCode() != call.status()) {
            misfits.add("expected " + call.status());
        }
        check(call, answer, misfits);
        return new Verdict(call, path, parameters, answer.statusCode(), misfits);
    }

    private void check(Call call, HttpResponse<InputStream> answer, List<String> misfits) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        String expected = expectedType(call);
        if (!type.startsWith(expected)) {
            misfits.add("content type is " + type + ", expected " + expected);
            return;
        }
        try (InputStream body = answer.body()) {
            switch (expected) {
                case "image/png" -> checkPng(body.readNBytes(PNG.length), misfits);
                case "text/csv" -> checkCsv(call.shape(), new String(body.readAllBytes(), UTF_8), misfits);
                case "text/event-stream" -> checkJson(call, firstOf(body), misfits);
                default -> checkJson(call, new String(body.readAllBytes(), UTF_8), misfits);
            }
        } catch (IOException e) {
            misfits.add("the answer breaks off: " + e);
        }
    }

    private static String expectedType(Call call) {
        if (call.shape().equals("Problem")) {
            return "application/problem+json";
        }
        return switch (call.manner()) {
            case "csv" -> "text/csv";
            case "stream" -> "text/event-stream";
            default -> call.shape().equals("image/png") ? "image/png" : "application/json";
        };
    }

    private static void checkPng(byte[] begin, List<String> misfits) {
        if (!Arrays.equals(begin, PNG)) {
            misfits.add("the body is no PNG");
        }
    }

    /** @param columns that the header line must name */
    private static void checkCsv(String columns, String body, List<String> misfits) {
        List<String> header = List.of(body.lines().findFirst().orElse("").split(","));
        for (String column : columns.split(",")) {
            if (!header.contains(column)) {
                misfits.add("the header line has no " + column);
            }
        }
    }

    /** The data of the first event that has some; empty where the stream ends before. */
    private static String firstOf(InputStream stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return line.substring("data:".length());
            }
        }
        return "";
    }

    private void checkJson(Call call, String text, List<String> misfits) {
        try {
            JsonNode body = JSON.readTree(text);
            misfits.addAll(shapes.misfits(body, call.shape()));
            call.same().forEach((name, place) -> compare(name, place, body, misfits));
            call.remember().forEach((name, place) -> remember(name, place, body, misfits));
        } catch (JsonProcessingException broken) {
            misfits.add("the body is no JSON: " + broken.getOriginalMessage());
        }
    }

    private void compare(String name, String place, JsonNode body, List<String> misfits) {
        String expected = target.values().get(name);
        String found = at(body, place).asText();
        if (!found.equals(expected)) {
            misfits.add(place + " is " + found + ", expected " + expected + " as before");
        }
    }

    private void remember(String name, String place, JsonNode body, List<String> misfits) {
        JsonNode value = at(body, place);
        if (value.isMissingNode()) {
            misfits.add("there is no " + place);
        } else {
            target.values().put(name, value.asText());
        }
    }

    private static JsonNode at(JsonNode body, String place) {
        String pointer = place.equals(".")
                ? ""
                : "/" + place.replace("[", "/").replace("]", "").replace('.', '/');
        return body.at(pointer.replace("//", "/"));
    }

    private HttpResponse<InputStream> send(Call call, String path, String parameters) {
        boolean inQuery = call.method().equals("GET") || call.manner().equals("query");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(branch + "/" + path.replace(" ", "%20")
                        + (inQuery && !parameters.isEmpty() ? "?" + parameters : "")))
                .timeout(LIMIT);
        String token = target.values().get(call.who());
        if (token != null) {
            request.header("Authorization", (call.manner().equals("bearer") ? "Bearer " : "") + token);
        }
        switch (call.manner()) {
            case "csv" -> request.header("Accept", "text/csv");
            case "stream" -> request.header("Accept", "text/event-stream");
            case "key" -> request.header("Idempotency-Key", target.values().get("key"));
            default -> {}
        }
        if (call.method().equals("POST")) {
            boolean json = call.manner().equals("json");
            request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
            request.POST(BodyPublishers.ofString(inQuery ? "" : json ? asJson(parameters) : parameters));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CannotRun(branch + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }

    private static String asJson(String parameters) {
        ObjectNode object = JSON.createObjectNode();
        for (String parameter : parameters.split("&")) {
            String[] sides = parameter.split("=", 2);
            object.put(sides[0], sides[1]);
        }
        return object.toString();
    }

    /** A token that the table takes for granted. */
    void login(String name, String login, String password) {
        make(new Call(
                "",
                "nobody",
                "POST",
                "",
                "queue/admin/login",
                "login=" + login + "&password=" + password,
                200,
                "text",
                Map.of(name, "."),
                Map.of()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
