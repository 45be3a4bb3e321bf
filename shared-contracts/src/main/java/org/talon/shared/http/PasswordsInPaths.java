package org.talon.shared.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes passwords out of paths and query strings before anything writes a path down: from here on such a call is the one that has
 * them in its body. It is deprecated (RFC 9745), counted, and can be switched off.
 */
@ApplicationScoped
public class PasswordsInPaths {

    /** Once it is known that the path can be read, before anybody else looks at it. */
    private static final int EARLY = -257;

    private static final String TAKEN = PasswordsInPaths.class.getName();

    /** Since 2026-12-01, in seconds of the epoch. */
    private static final String DEPRECATED = "@1796083200";

    /** What stands in the path behind a call that signs somebody in, of either server. */
    private static final Map<String, List<String>> CALLS = Map.of(
            "/queue/admin/login", List.of("login", "password"),
            "/operation/identify", List.of("clientId", "login", "password"),
            "/operation/login", List.of("login", "password"),
            "/login", List.of());

    private static final Pattern SIGN_IN = Pattern.compile(
            "/+(?:api/+1/+)?(queue/+admin/+login|operation/+identify|operation/+login|login)(?:/+(.*))?");

    private final EarlyProblems problems;
    private final MeterRegistry metrics;
    private final boolean allowed;

    PasswordsInPaths(
            EarlyProblems problems,
            MeterRegistry metrics,
            @ConfigProperty(name = "talon.http.password-in-path", defaultValue = "true") boolean allowed) {
        this.problems = problems;
        this.metrics = metrics;
        this.allowed = allowed;
    }

    /** What a call had in its path or query string. */
    private record Taken(String call, List<Map.Entry<String, String>> values) {}

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(this::look);
    }

    /** What stood in the path of a call that signs somebody in. */
    static void addTo(Parameters parameters, RoutingContext call) {
        if (call.get(TAKEN) instanceof Taken taken) {
            taken.values.forEach(value -> parameters.add(value.getKey(), value.getValue()));
        }
    }

    private void look(RoutingContext call) {
        if (call.get(TAKEN) instanceof Taken taken) {
            metrics.counter("talon.password.in.path", "call", taken.call.substring(1))
                    .increment();
            call.response().putHeader("Deprecation", DEPRECATED);
            call.next();
            return;
        }
        Matcher signIn = SIGN_IN.matcher(String.valueOf(call.request().path()));
        if (!signIn.matches()) {
            call.next();
            return;
        }
        String path = "/" + signIn.group(1).replaceAll("/+", "/");
        List<String> inPath = segments(signIn.group(2));
        if (inPath.isEmpty() && call.request().query() == null) {
            call.next();
        } else {
            take(call, path, inPath);
        }
    }

    private void take(RoutingContext call, String path, List<String> inPath) {
        List<String> names = CALLS.getOrDefault(path, List.of());
        if (!inPath.isEmpty() && inPath.size() != names.size()) {
            problems.refuse(call, DomainException.badParameter("path", expected(path, names)));
        } else if (!allowed) {
            problems.refuse(
                    call,
                    new DomainException(
                            DomainException.Kind.FORBIDDEN,
                            "password-in-path",
                            "this server takes a password in the body only: POST " + path));
        } else {
            call.put(TAKEN, new Taken(path, values(names, inPath, call.request().query())));
            call.reroute(call.request().method(), path);
        }
    }

    private static String expected(String path, List<String> names) {
        return names.isEmpty()
                ? "nothing stands behind " + path
                : "expected " + path + "/:" + String.join("/:", names) + ", each percent-encoded";
    }

    /** Empty ones at the end are a slash too many; elsewhere they are values that are missing. */
    private static List<String> segments(@Nullable String rest) {
        return rest == null || rest.isEmpty()
                ? List.of()
                : Arrays.asList(rest.replaceFirst("/+$", "").split("/", -1));
    }

    private static List<Map.Entry<String, String>> values(
            List<String> names, List<String> inPath, @Nullable String query) {
        Stream<Map.Entry<String, String>> ofPath = Stream.iterate(0, i -> i < inPath.size(), i -> i + 1)
                .map(i -> Map.entry(names.get(i), decoded(inPath.get(i).replace("+", "%2B"))));
        Stream<Map.Entry<String, String>> ofQuery = query == null
                ? Stream.of()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.indexOf('=') > 0)
                        .map(pair -> {
                            int equals = pair.indexOf('=');
                            return Map.entry(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                        });
        return Stream.concat(ofPath, ofQuery).toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text; // a percent sign in a query string that stands for itself
        }
    }
}
