package org.talon.branch.booking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.talon.branch.idempotency.NeverKept;
import org.talon.branch.identity.BranchTokens;
import org.talon.shared.http.CallerAddress;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.JsonText;
import org.talon.shared.identity.Role;

/** Gives a site the token of one of its visitors. */
@NeverKept
@Path("booking/login")
@PermitAll
@RunOnVirtualThread
class BookingLoginResource {

    private static final int LONGEST_IDENTITY = 200;

    private final TrustedCaller trusted;
    private final CallerAddress caller;
    private final BranchTokens tokens;

    BookingLoginResource(TrustedCaller trusted, CallerAddress caller, BranchTokens tokens) {
        this.trusted = trusted;
        this.caller = caller;
        this.tokens = tokens;
    }

    @POST
    @Path("{userIdentity}")
    public JsonText login(String userIdentity, @Context HttpServerRequest request) {
        trusted.require(caller.of(request));
        String identity = userIdentity.strip();
        if (identity.isEmpty()
                || identity.length() > LONGEST_IDENTITY
                || identity.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.badParameter(
                    "userIdentity",
                    "expected 1 to " + LONGEST_IDENTITY + " characters, none of them a control character");
        }
        UUID subject = UUID.nameUUIDFromBytes(("visitor/" + identity).getBytes(StandardCharsets.UTF_8));
        return tokens.of(subject, identity, Set.of(Role.VISITOR), Map.of());
    }
}
