package org.talon.branch.catalogue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.shared.identity.Role;

/** All that is configured of a branch, whole and consistent; it never changes, a new one replaces it. */
public record Catalogue(
        Branch branch,
        List<Product> products,
        List<Route> routes,
        List<Menu> menus,
        List<WorkPlace> workPlaces,
        List<StaffMember> staff,
        List<Device> devices,
        List<Kiosk> kiosks,
        OpeningHours hours,
        BookingRules booking,
        List<Survey> surveys) {

    public Optional<Product> product(UUID id) {
        return products.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** A product by its id, its IntegrationId, or the id of a menu item that leads to it. */
    public Optional<Product> productByAnyName(String reference) {
        String wanted = reference.toLowerCase(Locale.ROOT);
        return products.stream()
                .filter(p -> p.integrationId().equals(reference)
                        || p.id().toString().equals(wanted)
                        || leaves().anyMatch(leaf -> p.id().equals(leaf.productId())
                                && leaf.id().toString().equals(wanted)))
                .findFirst();
    }

    /** A route by its id, its IntegrationId, or the id of a menu item that leads to it. */
    public Optional<Route> routeByAnyName(String reference) {
        String wanted = reference.toLowerCase(Locale.ROOT);
        return routes.stream()
                .filter(r -> r.integrationId().equals(reference)
                        || r.id().toString().equals(wanted)
                        || leaves().anyMatch(leaf -> r.id().equals(leaf.routeId())
                                && leaf.id().toString().equals(wanted)))
                .findFirst();
    }

    /** Whether a service is offered at a moment of the branch's clock. */
    public boolean offers(Product product, LocalDateTime local) {
        return hours.areOpenAt(local)
                && (product.hours() == null || product.hours().areOpenAt(local));
    }

    public Optional<Menu> menu(UUID id) {
        return menus.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    public Optional<WorkPlace> workPlace(UUID id) {
        return workPlaces.stream().filter(w -> w.id().equals(id)).findFirst();
    }

    public Optional<WorkPlace> workPlaceByClientId(String clientId) {
        return workPlaces.stream().filter(w -> w.clientId().equals(clientId)).findFirst();
    }

    /** Of those who may sign in. */
    public Optional<StaffMember> staffByLogin(String login) {
        return staff.stream()
                .filter(s -> s.login().equals(login) && !s.disabled())
                .findFirst();
    }

    public boolean isOperator(UUID id) {
        return staff(id)
                .filter(user -> user.roles().contains(Role.OPERATOR) && !user.disabled())
                .isPresent();
    }

    public Optional<StaffMember> staff(UUID id) {
        return staff.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Device> device(Device.Kind kind, String clientId) {
        return devices.stream()
                .filter(d -> d.kind() == kind && d.clientId().equals(clientId))
                .findFirst();
    }

    /** The first survey that was made for a service, else the first for all. */
    public Optional<Survey> surveyFor(@Nullable UUID productId) {
        return surveys.stream()
                .filter(s -> productId != null && s.suits(productId))
                .findFirst()
                .or(() -> surveys.stream().filter(Survey::suitsAll).findFirst());
    }

    private Stream<Menu.Item> leaves() {
        return menus.stream().flatMap(menu -> menu.items().stream()).flatMap(Catalogue::leavesOf);
    }

    private static Stream<Menu.Item> leavesOf(Menu.Item item) {
        return item.productId() != null
                ? Stream.of(item)
                : item.items().stream().flatMap(Catalogue::leavesOf);
    }
}
