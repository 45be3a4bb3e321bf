package org.talon.branch.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.talon.branch.catalogue.Selection.Turn;

/** Reads what stands in the hall: workplaces, boards, survey consoles, kiosks. */
final class HallReader {

    private final CatalogueNames names;
    private final Map<String, UUID> productIds;
    private final UUID branchId;
    private final Map<String, UUID> workPlaceIds = new LinkedHashMap<>();

    HallReader(CatalogueNames names, Map<String, UUID> productIds, UUID branchId) {
        this.names = names;
        this.productIds = productIds;
        this.branchId = branchId;
    }

    List<WorkPlace> workPlaces(YamlPart file) {
        Selection usual = selection(file, Selection.USUAL);
        List<YamlPart> parts =
                file.parts("workPlaces", Set.of("id", "clientId", "name", "number", "products", "selection"));
        if (parts.isEmpty()) {
            file.refuse("workPlaces", "expected a list of at least one workplace");
        }
        return parts.stream().map(part -> workPlace(part, usual)).toList();
    }

    private WorkPlace workPlace(YamlPart part, Selection usual) {
        String clientId = names.clientId(part);
        UUID id = names.guid(part, "id", "workPlace/" + branchId + "/" + clientId);
        workPlaceIds.put(clientId, id);
        Set<UUID> serves = part.has("products")
                ? CatalogueNames.allKnown(part, "products", productIds)
                : new LinkedHashSet<>(productIds.values());
        return new WorkPlace(
                id,
                clientId,
                part.text("name", "the workplace's name", v -> true),
                part.integer("number", 0, 9999, null),
                serves,
                selection(part, usual));
    }

    private static Selection selection(YamlPart above, Selection usual) {
        if (!above.has("selection")) {
            return usual;
        }
        YamlPart part = above.part("selection", Set.of("policy", "minutesPerPriority", "personal", "redirected"));
        Turn redirected = part.choice("redirected", Turn.class, usual.redirected());
        if (redirected == Turn.BY_HAND) {
            part.refuse("redirected", "expected first or waiting");
        }
        return new Selection(
                part.choice("policy", Selection.Policy.class, usual.policy()),
                part.integer("minutesPerPriority", 0, 1440, usual.minutesPerPriority()),
                part.choice("personal", Turn.class, usual.personal()),
                redirected);
    }

    List<Device> devices(YamlPart file) {
        List<Device> devices = new ArrayList<>();
        file.parts("boards", Set.of("clientId", "workPlaces", "products"))
                .forEach(part -> devices.add(new Device(
                        Device.Kind.BOARD,
                        names.clientId(part),
                        CatalogueNames.allKnown(part, "workPlaces", workPlaceIds),
                        CatalogueNames.allKnown(part, "products", productIds))));
        file.parts("surveyConsoles", Set.of("clientId", "workPlace"))
                .forEach(part -> devices.add(
                        new Device(Device.Kind.SURVEY_CONSOLE, names.clientId(part), workPlaceOf(part), Set.of())));
        return devices;
    }

    private Set<UUID> workPlaceOf(YamlPart part) {
        String clientId = part.words("workPlace");
        return clientId == null ? Set.of() : Set.of(CatalogueNames.known(part, "workPlace", clientId, workPlaceIds));
    }

    List<Kiosk> kiosks(YamlPart file) {
        return file.parts("kiosks", Set.of("clientId", "tokenSha256")).stream()
                .map(part -> {
                    String token = part.text(
                            "tokenSha256",
                            "the SHA-256 of the kiosk's token, 64 lower-case hex digits",
                            v -> v.matches("[0-9a-f]{64}"));
                    names.once(part, "tokenSha256", token);
                    return new Kiosk(names.clientId(part), token);
                })
                .toList();
    }
}
