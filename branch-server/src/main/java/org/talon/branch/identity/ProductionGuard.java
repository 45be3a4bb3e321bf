package org.talon.branch.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CatalogueStartup;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Device;
import org.talon.branch.catalogue.Kiosk;
import org.talon.branch.catalogue.StaffMember;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.platform.CannotStart;

/** Keeps what is known to the whole world out of production: demo logins, demo devices, a clock that anybody moves. */
@ApplicationScoped
class ProductionGuard {

    private static final Set<String> NOT_PRODUCTION = Set.of("demo", "dev", "test");
    private static final Pattern DEMO_LOGIN = Pattern.compile("admin|analyst|root|op[1-6]");
    private static final Pattern DEMO_DEVICE = Pattern.compile("wp-[1-6]|board-1|survey-1|kiosk-1");

    private final CurrentCatalogue catalogue;
    private final boolean simulation;

    ProductionGuard(
            CurrentCatalogue catalogue,
            @ConfigProperty(name = "talon.simulation", defaultValue = "false") boolean simulation) {
        this.catalogue = catalogue;
        this.simulation = simulation;
    }

    void onStart(@Observes @Priority(CatalogueStartup.FIRST + 1) StartupEvent start) {
        if (ConfigUtils.getProfiles().stream().noneMatch(NOT_PRODUCTION::contains)) {
            requireRealTime();
            requireNoDemo(catalogue.get());
        }
    }

    private void requireRealTime() {
        if (simulation) {
            throw CannotStart.because("talon.simulation=true is never allowed in the production profile");
        }
    }

    private static void requireNoDemo(Catalogue catalogue) {
        List<String> demo = demoNamesIn(catalogue);
        if (!demo.isEmpty()) {
            throw CannotStart.because("the production profile refuses the demo names " + String.join(", ", demo)
                    + " in the catalogue; rename them and give them passwords of their own");
        }
    }

    static List<String> demoNamesIn(Catalogue catalogue) {
        Stream<String> logins =
                catalogue.staff().stream().map(StaffMember::login).filter(DEMO_LOGIN.asMatchPredicate());
        Stream<String> devices = Stream.of(
                        catalogue.workPlaces().stream().map(WorkPlace::clientId),
                        catalogue.devices().stream().map(Device::clientId),
                        catalogue.kiosks().stream().map(Kiosk::clientId))
                .flatMap(Function.identity())
                .filter(DEMO_DEVICE.asMatchPredicate());
        return Stream.concat(logins, devices).toList();
    }
}
