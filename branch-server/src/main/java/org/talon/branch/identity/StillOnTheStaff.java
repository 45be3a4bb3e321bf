package org.talon.branch.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.StaffMember;
import org.talon.shared.identity.Role;

/**
 * Takes no token of somebody who has left the catalogue, or has lost there a role that the token gives. The token of a workplace's
 * session is not asked here: whose it is changes when another operator takes over, and the session itself knows who that is.
 */
@ApplicationScoped
class StillOnTheStaff implements SecurityIdentityAugmentor {

    /** The claim that names a session. */
    private static final String SESSION = "sid";

    private final CurrentCatalogue catalogue;

    StillOnTheStaff(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity caller, AuthenticationRequestContext context) {
        if (!(caller.getPrincipal() instanceof JsonWebToken token)
                || caller.hasRole(Role.VISITOR)
                || token.containsClaim(SESSION)) {
            return Uni.createFrom().item(caller);
        }
        Set<String> roles = catalogue
                .get()
                .staff(UUID.fromString(token.getSubject()))
                .map(StaffMember::roles)
                .orElse(Set.of());
        return roles.containsAll(caller.getRoles())
                ? Uni.createFrom().item(caller)
                : Uni.createFrom().failure(new AuthenticationFailedException("no longer on the staff with this role"));
    }
}
