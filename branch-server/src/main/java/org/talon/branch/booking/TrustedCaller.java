package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.talon.shared.http.DomainException;

/** Lets only trusted addresses say who a visitor is. What a proxy says of the caller counts if the proxy is trusted. */
@ApplicationScoped
class TrustedCaller {

    private final Networks addresses;
    private final Networks proxies;

    TrustedCaller(BookingConfig config) {
        addresses = new Networks(config.trustedAddresses().orElse(List.of()));
        proxies = new Networks(config.trustedProxies().orElse(List.of()));
    }

    /** @param forwardedFor every header X-Forwarded-For, in their order: together they are one list */
    void require(String peer, List<String> forwardedFor) {
        String caller = callerOf(peer, forwardedFor);
        if (!addresses.hold(caller)) {
            throw new DomainException(
                    DomainException.Kind.FORBIDDEN,
                    "not-trusted-address",
                    "visitors are signed in from trusted addresses only; " + caller + " is none");
        }
    }

    /** The nearest one that is no trusted proxy: what stands further left, the caller may have written himself. */
    private String callerOf(String peer, List<String> forwardedFor) {
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
