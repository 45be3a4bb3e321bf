package org.talon.branch.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.StaffMember;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.LoginGuard;

/** Checks who somebody is. An unknown login and a wrong password get the same answer. */
@ApplicationScoped
public class StaffLogin {

    private final CurrentCatalogue catalogue;
    private final LoginGuard guard;

    StaffLogin(CurrentCatalogue catalogue, LoginGuard guard) {
        this.catalogue = catalogue;
        this.guard = guard;
    }

    /** By {@code login} and {@code password}. */
    public StaffMember verify(Parameters parameters) {
        String login = parameters.requiredText("login");
        Optional<StaffMember> member = catalogue.get().staffByLogin(login);
        String hash = member.map(StaffMember::passwordHash).orElse(null);
        if (!guard.isRight(login, parameters.secret("password"), hash)) {
            throw new DomainException(
                    DomainException.Kind.UNAUTHENTICATED, "wrong-login", "login and password do not belong together");
        }
        return member.orElseThrow();
    }

    public static StaffMember requireRole(StaffMember member, String role) {
        if (!member.roles().contains(role)) {
            throw new DomainException(DomainException.Kind.FORBIDDEN, "role-missing", "this needs the role " + role);
        }
        return member;
    }
}
