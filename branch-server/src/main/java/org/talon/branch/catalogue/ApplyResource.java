package org.talon.branch.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.talon.branch.idempotency.NeverKept;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.DomainException.FieldError;
import org.talon.shared.identity.Role;

/** Applies the catalogue file again while the branch runs; the same file twice changes nothing. */
@NeverKept
@Path("config/apply")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class ApplyResource {

    private final CatalogueFile file;
    private final CurrentCatalogue current;
    private final BranchCalendar calendar;

    ApplyResource(CatalogueFile file, CurrentCatalogue current, BranchCalendar calendar) {
        this.file = file;
        this.current = current;
        this.calendar = calendar;
    }

    /** @param applied false where the file says what it said before */
    record AppliedView(boolean applied, int version, LocalDateTime appliedAt) {}

    @POST
    public AppliedView apply() {
        int before = current.version();
        try {
            CatalogueVersion now = file.apply();
            return new AppliedView(now.number() > before, now.number(), calendar.wallClock(now.appliedAt()));
        } catch (CatalogueMistakes wrong) {
            throw refused("catalogue-mistakes", wrong.mistakes());
        } catch (CatalogueBreaks broken) {
            throw refused("catalogue-breaks-open-tickets", broken.objections());
        }
    }

    private static DomainException refused(String code, List<String> reasons) {
        return DomainException.refused(
                code,
                reasons.stream()
                        .map(reason -> new FieldError("catalogue", reason))
                        .toList());
    }
}
