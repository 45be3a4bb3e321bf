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
import org.talon.branch.catalogue.CatalogueProposed;
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

    /** Of the passwords and the token of the demonstration, whatever they are called elsewhere. */
    private static final Set<String> DEMO_HASHES = Set.of(
            "$argon2id$v=19$m=19456,t=2,p=1$KWAXfEn5DKHtbr5i+JAWOQ$g0yZ8g/6GwuPaWnbmKmnbZRk1Mgfx/EsJOvteejsr/w",
            "$argon2id$v=19$m=19456,t=2,p=1$HeRwcSrBk4T6MkJlvqi5oA$PoGffE5WYi0N+/+LwDmnU0E4Br/+YTLPR4xOGnQD964",
            "36d5dc872d538fc63f5490cef6c1ab97ee0fb3154d4a29e971780ede6f79e689");

    private final CurrentCatalogue catalogue;
    private final boolean simulation;
    private volatile boolean started;

    ProductionGuard(
            CurrentCatalogue catalogue,
            @ConfigProperty(name = "talon.simulation", defaultValue = "false") boolean simulation) {
        this.catalogue = catalogue;
        this.simulation = simulation;
    }

    void onStart(@Observes @Priority(CatalogueStartup.FIRST + 1) StartupEvent start) {
        if (isProduction()) {
            requireRealTime();
            requireNoDemo(catalogue.get());
            started = true;
        }
    }

    /**
     * At the start itself the branch shall not go on with an earlier catalogue, but refuse as a whole; and before the new one is
     * kept, for another process of the branch would take it over.
     */
    void onProposal(@Observes CatalogueProposed proposed) {
        if (!isProduction()) {
            return;
        }
        List<String> demo = demoNamesIn(proposed.catalogue());
        if (!demo.isEmpty() && !started) {
            throw CannotStart.because(refusalOf(demo));
        }
        if (!demo.isEmpty()) {
            proposed.object(refusalOf(demo));
        }
    }

    private static boolean isProduction() {
        return !NOT_PRODUCTION.containsAll(ConfigUtils.getProfiles());
    }

    private static String refusalOf(List<String> demo) {
        return "the production profile refuses the demo names " + String.join(", ", demo)
                + " in the catalogue; rename them and give them passwords of their own";
    }

    private void requireRealTime() {
        if (simulation) {
            throw CannotStart.because("talon.simulation=true is never allowed in the production profile");
        }
    }

    private static void requireNoDemo(Catalogue catalogue) {
        List<String> demo = demoNamesIn(catalogue);
        if (!demo.isEmpty()) {
            throw CannotStart.because(refusalOf(demo));
        }
    }

    static List<String> demoNamesIn(Catalogue catalogue) {
        Stream<String> logins = catalogue.staff().stream()
                .filter(staff ->
                        DEMO_LOGIN.matcher(staff.login()).matches() || DEMO_HASHES.contains(staff.passwordHash()))
                .map(StaffMember::login);
        Stream<String> devices = Stream.concat(
                        catalogue.workPlaces().stream().map(WorkPlace::clientId),
                        catalogue.devices().stream().map(Device::clientId))
                .filter(DEMO_DEVICE.asMatchPredicate());
        Stream<String> kiosks = catalogue.kiosks().stream()
                .filter(kiosk ->
                        DEMO_DEVICE.matcher(kiosk.clientId()).matches() || DEMO_HASHES.contains(kiosk.tokenSha256()))
                .map(Kiosk::clientId);
        return Stream.of(logins, devices, kiosks).flatMap(Function.identity()).toList();
    }
}
