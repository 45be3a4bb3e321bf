package org.talon.branch.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.talon.branch.catalogue.StaffMember;
import org.talon.branch.idempotency.NeverKept;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.JsonText;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;
import org.talon.shared.identity.SessionTokens;

/** Signs in whoever has a role beyond a workplace; an operator signs in at his workplace. */
@Path("queue/admin/login")
@PermitAll
@NeverKept
@RunOnVirtualThread
class HallAdminLoginResource {

    private final StaffLogin staff;
    private final StaffSessions sessions;
    private final BranchTokens tokens;

    HallAdminLoginResource(StaffLogin staff, StaffSessions sessions, BranchTokens tokens) {
        this.staff = staff;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @POST
    public JsonText login(Parameters parameters) {
        StaffMember member = staff.verify(parameters);
        Set<String> roles = new HashSet<>(member.roles());
        roles.remove(Role.OPERATOR);
        if (roles.isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.FORBIDDEN, "role-missing", "an operator signs in at his workplace: identify");
        }
        String session = sessions.open(member).toString();
        return tokens.of(member.id(), member.login(), roles, Map.of(SessionTokens.SESSION, session));
    }
}
