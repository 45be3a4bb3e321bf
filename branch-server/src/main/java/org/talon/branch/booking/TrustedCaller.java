package org.talon.branch.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Networks;

/** Lets only trusted addresses say who a visitor is. */
@ApplicationScoped
class TrustedCaller {

    private final Networks addresses;

    TrustedCaller(BookingConfig config) {
        this.addresses = new Networks(config.trustedAddresses().orElse(List.of()));
    }

    void require(String address) {
        if (!addresses.hold(address)) {
            throw new DomainException(
                    DomainException.Kind.FORBIDDEN,
                    "not-trusted-address",
                    "visitors are signed in from trusted addresses only; " + address + " is none");
        }
    }
}
