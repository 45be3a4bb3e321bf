package org.talon.branch.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Directory;
import org.talon.branch.catalogue.Product;
import org.talon.branch.catalogue.UserView;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.ticket.Redirect;
import org.talon.shared.http.DomainException;

/** Who could serve a product now: those at work, not on a break, at a workplace that serves it. */
@ApplicationScoped
class RedirectTargets {

    private final SessionRepository sessions;
    private final CurrentCatalogue catalogue;
    private final Directory directory;
    private final WorkPlaceStates states;

    RedirectTargets(
            SessionRepository sessions, CurrentCatalogue catalogue, Directory directory, WorkPlaceStates states) {
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.directory = directory;
        this.states = states;
    }

    List<UserView> users(Product product, @Nullable UUID butNotAt) {
        return able(product, butNotAt).stream()
                .map(session -> directory.user(session.userId()))
                .distinct()
                .toList();
    }

    List<WorkPlaceView> workPlaces(Product product, @Nullable UUID butNotAt) {
        return able(product, butNotAt).stream().map(states::placeOf).toList();
    }

    private List<OperatorSession> able(Product product, @Nullable UUID butNotAt) {
        return sessions.allOpen().stream()
                .filter(session -> !session.workPlaceId().equals(butNotAt) && canServe(session, product))
                .toList();
    }

    private boolean canServe(OperatorSession session, Product product) {
        Optional<WorkPlace> place = catalogue.get().workPlace(session.workPlaceId());
        return session.breakStartedAt() == null
                && place.filter(p -> p.productIds().contains(product.id())).isPresent();
    }

    /** Within the transaction of the redirect: whoever is chosen cannot leave before it is done. */
    void require(Redirect redirect) {
        UUID place = redirect.workPlaceId();
        UUID user = redirect.userId();
        if (place != null && catalogue.get().workPlace(place).isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.UNKNOWN, "work-place-unknown", "there is no workplace " + place);
        }
        if (user != null && catalogue.get().staff(user).isEmpty()) {
            throw new DomainException(DomainException.Kind.UNKNOWN, "user-unknown", "there is no user " + user);
        }
        if ((place != null || user != null)
                && sessions.keepOpen(place, user).stream().noneMatch(s -> canServe(s, redirect.to()))) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "cannot-serve",
                    "nobody there could serve " + redirect.to().name() + " now");
        }
    }
}
