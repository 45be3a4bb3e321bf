package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Finds whatever ever stood in a catalogue by its id: today's by the catalogue, former ones by the name they had. */
@ApplicationScoped
public class Directory {

    private final CurrentCatalogue catalogue;
    private final CatalogueRepository catalogues;
    private final Map<UUID, String> formerNames = new ConcurrentHashMap<>();

    Directory(CurrentCatalogue catalogue, CatalogueRepository catalogues) {
        this.catalogue = catalogue;
        this.catalogues = catalogues;
    }

    public ProductView product(UUID id) {
        return catalogue
                .get()
                .product(id)
                .map(ProductView::of)
                .orElseGet(() ->
                        new ProductView(id, formerName("product", id), null, null, null, null, java.util.List.of()));
    }

    public WorkPlaceView workPlace(UUID id) {
        return catalogue
                .get()
                .workPlace(id)
                .map(w -> new WorkPlaceView(w.id(), w.name(), w.number(), w.clientId(), null, null))
                .orElseGet(() -> new WorkPlaceView(id, formerName("work_place", id), null, null, null, null));
    }

    public UserView user(UUID id) {
        return catalogue
                .get()
                .staff(id)
                .map(s -> new UserView(s.id(), s.name(), s.login()))
                .orElseGet(() -> new UserView(id, formerName("staff", id), null));
    }

    private String formerName(String table, UUID id) {
        return formerNames.computeIfAbsent(id, unknown -> catalogues.nameIn(table, id));
    }
}
