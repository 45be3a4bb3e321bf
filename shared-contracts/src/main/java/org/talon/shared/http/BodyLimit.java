package org.talon.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses a body that says it is too large before a byte of it is read, as a {@link Problem}: Vert.x would say nothing. */
@ApplicationScoped
public class BodyLimit {

    /** Before Vert.x' own limit and before authentication. */
    private static final int FIRST = -260;

    private static final String LIMIT = "quarkus.http.limits.max-body-size";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG]?)");

    private final long most;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = LIMIT) String most, ObjectMapper json) {
        this.most = bytes(most);
        this.json = json;
    }

    /** Of a size as Quarkus writes it: {@code 256K}. */
    static long bytes(String size) {
        Matcher parts = SIZE.matcher(size.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(LIMIT + "=" + size + ": expected a size such as 256K");
        }
        int power = parts.group(2).isEmpty() ? 0 : 1 + "KMG".indexOf(parts.group(2));
        return Long.parseLong(parts.group(1)) << (10 * power);
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::look);
    }

    private void look(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("\\d{1,18}") || Long.parseLong(length) <= most) {
            call.next();
            return;
        }
        call.response()
                .setStatusCode(DomainException.Kind.TOO_LARGE.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem(call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Buffer problem(@Nullable String acceptLanguage) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Problem.of(
                    DomainException.Kind.TOO_LARGE.status,
                    DomainException.Kind.TOO_LARGE,
                    "too-large",
                    "the body is larger than " + most + " bytes",
                    List.of(),
                    acceptLanguage)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem must always be writable", impossible);
        }
    }
}
