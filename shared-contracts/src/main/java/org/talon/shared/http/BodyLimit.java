package org.talon.shared.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large before a byte of it is read, as a {@link Problem}: Vert.x would say nothing. */
@ApplicationScoped
public class BodyLimit {

    /** Before Vert.x' own limit and before authentication. */
    private static final int FIRST = -260;

    private static final String LIMIT = "quarkus.http.limits.max-body-size";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG]?)");

    private final long most;
    private final EarlyProblems problems;

    BodyLimit(@ConfigProperty(name = LIMIT) String most, EarlyProblems problems) {
        this.most = bytes(most);
        this.problems = problems;
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
        call.response().putHeader(HttpHeaders.CONNECTION, "close");
        problems.refuse(
                call,
                new DomainException(
                        DomainException.Kind.TOO_LARGE, "too-large", "the body is larger than " + most + " bytes"));
    }
}
