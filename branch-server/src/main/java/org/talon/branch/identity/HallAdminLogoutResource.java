package org.talon.branch.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.talon.branch.idempotency.NeverKept;
import org.talon.shared.identity.Role;
import org.talon.shared.identity.SessionTokens;

/** Ends a session without a workplace; its token is dead from then on. */
@Path("queue/admin/logout")
@RolesAllowed({Role.HALL_ADMIN, Role.ANALYST, Role.ADMIN})
@NeverKept
@RunOnVirtualThread
class HallAdminLogoutResource {

    private final StaffSessions sessions;
    private final JsonWebToken token;

    HallAdminLogoutResource(StaffSessions sessions, JsonWebToken token) {
        this.sessions = sessions;
        this.token = token;
    }

    /** Whose session is over. */
    record LoggedOutView(UUID userId, String login) {}

    @POST
    public LoggedOutView logout() {
        sessions.end(UUID.fromString(token.getClaim(SessionTokens.SESSION)));
        return new LoggedOutView(UUID.fromString(token.getSubject()), token.getName());
    }
}
