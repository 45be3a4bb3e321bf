package org.talon.shared.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What existing clients of this API do differently: the prefix {@code /api/1} and a bare token in Authorization. A semicolon in
 * a path is a character like any other, not the beginning of JAX-RS' matrix parameters, which would be cut off.
 */
@ApplicationScoped
public class LenientPaths {

    private static final String PREFIX = "/api/1";

    /** Before authentication, which Quarkus registers at −200. */
    private static final int BEFORE_AUTHENTICATION = -250;

    void register(@Observes Router router) {
        router.route().order(BEFORE_AUTHENTICATION).handler(LenientPaths::normalise);
    }

    private static void normalise(RoutingContext call) {
        String token = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null && !token.isBlank() && token.strip().indexOf(' ') < 0) {
            call.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token.strip());
        }
        String path = call.request().path();
        String meant = path == null ? null : meant(path);
        if (meant == null || meant.equals(path)) {
            call.next();
        } else {
            String query = call.request().query();
            call.reroute(call.request().method(), query == null ? meant : meant + "?" + query);
        }
    }

    private static String meant(String path) {
        String rest = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
        return rest.replace(";", "%3B");
    }
}
