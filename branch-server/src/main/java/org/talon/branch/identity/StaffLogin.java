package org.talon.branch.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.StaffMember;
import org.talon.shared.http.DomainException;
import org.talon.shared.identity.PasswordHash;

/** Checks who somebody is. An unknown login and a wrong password get the same answer after the same work. */
@ApplicationScoped
public class StaffLogin {

    private final CurrentCatalogue catalogue;
    private final String nobodysHash;

    StaffLogin(CurrentCatalogue catalogue, SecureRandom random) {
        this.catalogue = catalogue;
        this.nobodysHash = PasswordHash.of(Long.toHexString(random.nextLong()), random);
    }

    public StaffMember verify(String login, String password) {
        Optional<StaffMember> member = catalogue.get().staffByLogin(login);
        String hash = member.map(StaffMember::passwordHash).orElse(nobodysHash);
        if (!PasswordHash.verify(password, hash) || member.isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.UNAUTHENTICATED, "wrong-login", "login and password do not belong together");
        }
        return member.get();
    }

    public static StaffMember requireRole(StaffMember member, String role) {
        if (!member.roles().contains(role)) {
            throw new DomainException(DomainException.Kind.FORBIDDEN, "role-missing", "this needs the role " + role);
        }
        return member;
    }
}
