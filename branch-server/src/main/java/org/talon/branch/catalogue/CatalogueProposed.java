package org.talon.branch.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalogue is about to be taken over; whoever would be left with something that it breaks says so. */
public final class CatalogueProposed {

    private final Catalogue catalogue;
    private final @Nullable Catalogue inForce;
    private final List<String> objections = new ArrayList<>();

    CatalogueProposed(Catalogue catalogue, @Nullable Catalogue inForce) {
        this.catalogue = catalogue;
        this.inForce = inForce;
    }

    /** The one that it would replace; none before the first, nor where this version no longer takes it. */
    public Optional<Catalogue> inForce() {
        return Optional.ofNullable(inForce);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Whose sessions must not go on as they are: he is gone or disabled, or has another password or other roles. */
    public Set<UUID> changedStaff() {
        return inForce().map(Catalogue::staff).orElse(List.of()).stream()
                .filter(user ->
                        catalogue.staff(user.id()).filter(user::signsInAs).isEmpty())
                .map(StaffMember::id)
                .collect(Collectors.toSet());
    }

    /** What would be broken, and by what. */
    public void object(String objection) {
        objections.add(objection);
    }

    List<String> objections() {
        return List.copyOf(objections);
    }
}
