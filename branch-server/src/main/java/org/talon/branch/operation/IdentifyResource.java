package org.talon.branch.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.StaffMember;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.idempotency.NeverKept;
import org.talon.branch.identity.BranchTokens;
import org.talon.branch.identity.StaffLogin;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.JsonText;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;

/** Gives an operator the token of his workplace. */
@Path("operation/identify")
@PermitAll
@NeverKept
@RunOnVirtualThread
class IdentifyResource {

    private final Identify identify;
    private final StaffLogin staff;
    private final BranchTokens tokens;
    private final CurrentCatalogue catalogue;

    IdentifyResource(Identify identify, StaffLogin staff, BranchTokens tokens, CurrentCatalogue catalogue) {
        this.identify = identify;
        this.staff = staff;
        this.tokens = tokens;
        this.catalogue = catalogue;
    }

    @POST
    public JsonText identify(Parameters parameters) {
        String clientId = parameters.requiredText("clientId");
        StaffMember operator = StaffLogin.requireRole(staff.verify(parameters), Role.OPERATOR);
        WorkPlace place = catalogue
                .get()
                .workPlaceByClientId(clientId)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "work-place-unknown", "there is no workplace " + clientId));
        return tokens.of(
                operator.id(),
                operator.login(),
                Set.of(Role.OPERATOR),
                identify.at(place, operator).claims());
    }
}
