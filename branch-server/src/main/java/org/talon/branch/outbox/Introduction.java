package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.talon.branch.catalogue.Branch;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CatalogueApplied;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.BranchIntroduced.Named;
import org.talon.shared.event.EventCodec;

/** Introduces the branch to the centre at every start and with every new catalogue. */
@ApplicationScoped
class Introduction {

    private final Outbox outbox;
    private final Clock clock;
    private final String softwareVersion;

    Introduction(
            Outbox outbox, Clock clock, @ConfigProperty(name = "quarkus.application.version") String softwareVersion) {
        this.outbox = outbox;
        this.clock = clock;
        this.softwareVersion = softwareVersion;
    }

    void onCatalogue(@Observes CatalogueApplied applied) {
        outbox.append(introductionOf(applied.catalogue()));
    }

    private BranchIntroduced introductionOf(Catalogue catalogue) {
        Branch branch = catalogue.branch();
        Branch.Organization organization = branch.organization();
        return new BranchIntroduced(
                branch.name(),
                organization.name(),
                organization.fullName(),
                organization.address(),
                organization.phone(),
                organization.fax(),
                organization.email(),
                branch.integrationId(),
                branch.zone().getId(),
                EventCodec.PROTOCOL,
                softwareVersion,
                catalogue.products().stream()
                        .map(p -> new Named(p.id(), p.name()))
                        .toList(),
                catalogue.workPlaces().stream()
                        .map(w -> new Named(w.id(), w.name()))
                        .toList(),
                catalogue.staff().stream().map(s -> new Named(s.id(), s.name())).toList(),
                clock.instant());
    }
}
