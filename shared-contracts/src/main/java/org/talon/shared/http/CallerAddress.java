package org.talon.shared.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From where a call comes. What a proxy says of the caller counts if the proxy is trusted, and never otherwise. */
@ApplicationScoped
public class CallerAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Networks proxies;

    public CallerAddress(@ConfigProperty(name = "talon.http.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies = new Networks(proxies.orElse(List.of()));
    }

    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR));
    }

    /**
     * The nearest one that is no trusted proxy: what stands further left, the caller may have written himself.
     *
     * @param forwardedFor every header X-Forwarded-For, in their order: together they are one list
     */
    String of(String peer, List<String> forwardedFor) {
        if (forwardedFor.isEmpty() || !proxies.hold(peer)) {
            return peer;
        }
        String[] hops = String.join(",", forwardedFor).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!proxies.hold(hop)) {
                return hop;
            }
        }
        return peer;
    }
}
