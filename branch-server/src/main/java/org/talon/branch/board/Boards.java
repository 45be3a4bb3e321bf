package org.talon.branch.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Device;
import org.talon.branch.catalogue.WorkPlace;
import org.talon.shared.http.DomainException;

/** Knows the boards of the catalogue and what each of them shows. */
@ApplicationScoped
class Boards {

    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;

    Boards(CurrentCatalogue catalogue, BranchCalendar calendar) {
        this.catalogue = catalogue;
        this.calendar = calendar;
    }

    Device known(String clientId) {
        return find(clientId)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.UNKNOWN, "board-unknown", "there is no board with this client id"));
    }

    Optional<Device> find(String clientId) {
        return catalogue.get().devices().stream()
                .filter(d -> d.kind() == Device.Kind.BOARD && d.clientId().equals(clientId))
                .findFirst();
    }

    /** What a board shows of the visitors who are called, in their order. */
    List<NotificationView> shownOn(Device board, List<CalledVisitor> visitors) {
        Catalogue current = catalogue.get();
        return visitors.stream()
                .filter(v ->
                        isWithin(board.workPlaceIds(), v.workPlaceId()) && isWithin(board.productIds(), v.productId()))
                .map(v -> NotificationView.of(
                        v,
                        current.workPlace(v.workPlaceId())
                                .map(WorkPlace::number)
                                .orElse(null),
                        calendar))
                .toList();
    }

    private static boolean isWithin(Set<UUID> limit, UUID id) {
        return limit.isEmpty() || limit.contains(id);
    }
}
