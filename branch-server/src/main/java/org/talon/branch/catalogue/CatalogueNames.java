package org.talon.branch.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names and ids of one catalogue file: each stands once, and what refers to one refers to something. */
final class CatalogueNames {

    private static final UUID NONE = new UUID(0, 0);

    private final Set<String> taken = new HashSet<>();

    /** The id that stands there, or one derived from the thing's place, the same at every reading. */
    UUID guid(YamlPart part, String key, @Nullable String place) {
        if (place != null && !part.has(key)) {
            return derived(place);
        }
        UUID id = sharedGuid(part, key);
        once(part, key, id.equals(NONE) ? "" : id.toString());
        return id;
    }

    static UUID derived(String place) {
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    /** An id that several may have. */
    static UUID sharedGuid(YamlPart part, String key) {
        String expected = "a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e";
        String id = part.text(key, expected, v -> v.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        return id.isEmpty() ? NONE : UUID.fromString(id);
    }

    String clientId(YamlPart part) {
        String clientId = part.text("clientId", "letters, digits, - and _", v -> v.matches("[A-Za-z0-9_-]{1,64}"));
        once(part, "clientId", clientId);
        return clientId;
    }

    void once(YamlPart part, String key, String value) {
        if (!value.isEmpty() && !taken.add(key + "/" + value)) {
            part.refuse(key, "\"" + value + "\" is taken already; expected another");
        }
    }

    static Set<UUID> allKnown(YamlPart part, String key, Map<String, UUID> names) {
        Set<UUID> ids = new LinkedHashSet<>();
        part.texts(key).forEach(name -> ids.add(known(part, key, name, names)));
        return ids;
    }

    static UUID known(YamlPart part, String key, String name, Map<String, UUID> names) {
        UUID id = names.get(name);
        if (id == null) {
            part.refuse(
                    key,
                    "\"" + name + "\" is not known; expected one of "
                            + String.join(
                                    ", ",
                                    names.keySet().stream().sorted().limit(20).toList()));
            return NONE;
        }
        return id;
    }
}
