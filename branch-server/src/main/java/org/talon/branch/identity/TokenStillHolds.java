package org.talon.branch.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.talon.shared.identity.Role;
import org.talon.shared.identity.SessionTokens;

/**
 * Takes no token of another branch, nor one whose session is over. That of a workplace is not asked for here: the calls of an operator
 * take it for their change, and see then whether it lasts.
 */
@ApplicationScoped
class TokenStillHolds implements SecurityIdentityAugmentor {

    private final BranchTokens tokens;
    private final StaffSessions sessions;

    TokenStillHolds(BranchTokens tokens, StaffSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity caller, AuthenticationRequestContext context) {
        if (!(caller.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(caller);
        }
        if (!tokens.isOurs(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("a token of another branch"));
        }
        return caller.hasRole(Role.VISITOR) || caller.hasRole(Role.OPERATOR)
                ? Uni.createFrom().item(caller)
                : context.runBlocking(() -> requireOpen(caller, token));
    }

    private SecurityIdentity requireOpen(SecurityIdentity caller, JsonWebToken token) {
        if (!sessions.isOpen(UUID.fromString(token.getClaim(SessionTokens.SESSION)))) {
            throw new AuthenticationFailedException("this session is over");
        }
        return caller;
    }
}
