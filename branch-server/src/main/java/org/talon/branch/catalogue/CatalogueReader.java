package org.talon.branch.catalogue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.identity.PasswordHash;
import org.talon.shared.identity.Role;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a catalogue from YAML: all of it, or every mistake in it. Used once for each reading. */
final class CatalogueReader {

    private static final Set<String> ROLES = Set.of(Role.OPERATOR, Role.HALL_ADMIN, Role.ANALYST, Role.ADMIN);
    private static final Set<String> ITEM_KEYS = Set.of("id", "name", "product", "items");
    private static final int MAX_DEPTH = 10;

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, UUID> productIds = new HashMap<>();
    private final Map<String, UUID> workPlaceIds = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private UUID branchId = new UUID(0, 0);

    private CatalogueReader() {}

    static Catalogue read(String yaml) throws CatalogueMistakes {
        CatalogueReader reader = new CatalogueReader();
        Catalogue catalogue = reader.catalogue(root(yaml));
        if (!reader.mistakes.isEmpty()) {
            throw new CatalogueMistakes(reader.mistakes);
        }
        return catalogue;
    }

    private static @Nullable Node root(String yaml) throws CatalogueMistakes {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new CatalogueMistakes(List.of("line " + line + ": not valid YAML: " + broken.getProblem()));
        }
    }

    private Catalogue catalogue(@Nullable Node root) {
        YamlPart file = new YamlPart(
                "",
                root,
                Set.of("branch", "products", "menus", "workPlaces", "users", "boards", "surveyConsoles", "hours"),
                mistakes);
        Branch branch = branch(file);
        List<Product> products = products(file, branch);
        return new Catalogue(
                branch,
                products,
                menus(file),
                workPlaces(file),
                staff(file),
                devices(file),
                OpeningHoursReader.read(file));
    }

    private Branch branch(YamlPart file) {
        YamlPart part = file.part("branch", Set.of("id", "name", "integrationId", "timeZone", "organization"));
        branchId = guid(part, "id", null);
        return new Branch(
                branchId,
                part.text("name", "the branch's name", name -> true),
                part.words("integrationId"),
                zone(part),
                organization(part));
    }

    private static ZoneId zone(YamlPart part) {
        String zone = part.text("timeZone", "an IANA time zone such as Europe/Moscow", CatalogueReader::isZone);
        return ZoneId.of(zone.isEmpty() ? "Etc/UTC" : zone);
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static Branch.Organization organization(YamlPart branch) {
        if (!branch.has("organization")) {
            return new Branch.Organization(null, null, null, null, null, null);
        }
        YamlPart part = branch.part("organization", Set.of("name", "fullName", "address", "phone", "fax", "email"));
        return new Branch.Organization(
                part.words("name"),
                part.words("fullName"),
                part.words("address"),
                part.words("phone"),
                part.words("fax"),
                part.words("email"));
    }

    private List<Product> products(YamlPart file, Branch branch) {
        List<YamlPart> parts = file.parts(
                "products", Set.of("id", "integrationId", "name", "prefix", "targetWaitMinutes", "category"));
        if (parts.isEmpty()) {
            file.refuse("products", "expected a list of at least one service");
        }
        return parts.stream().map(part -> product(part, branch)).toList();
    }

    private Product product(YamlPart part, Branch branch) {
        String integrationId = part.text("integrationId", "a short name such as 117", v -> v.length() <= 64);
        // The same service of one organisation gets the same id in every branch, so that the centre can add it up.
        Object owner = branch.organization().name() == null
                ? branchId
                : branch.organization().name();
        UUID id = guid(part, "id", "product/" + owner + "/" + integrationId);
        once(part, "integrationId", integrationId);
        productIds.put(integrationId, id);
        return new Product(
                id,
                part.text("name", "the service's name", name -> true),
                integrationId,
                part.text(
                                "prefix",
                                "1 to 3 letters",
                                v -> v.codePoints().allMatch(Character::isLetter) && v.length() <= 3)
                        .toUpperCase(Locale.ROOT),
                part.integer("targetWaitMinutes", 1, 1440, 15),
                part.words("category"));
    }

    private List<Menu> menus(YamlPart file) {
        return file.parts("menus", Set.of("id", "name", "items")).stream()
                .map(part -> {
                    String name = part.text("name", "the menu's name", any -> true);
                    String place = "menu/" + branchId + "/" + name;
                    once(part, "name", name);
                    return new Menu(guid(part, "id", place), name, items(part, place, 1));
                })
                .toList();
    }

    private List<Menu.Item> items(YamlPart above, String place, int depth) {
        if (depth > MAX_DEPTH) {
            above.refuse("items", "is nested more than " + MAX_DEPTH + " deep");
            return List.of();
        }
        return above.parts("items", ITEM_KEYS).stream()
                .map(part -> item(part, place, depth))
                .toList();
    }

    private Menu.Item item(YamlPart part, String above, int depth) {
        String product = part.words("product");
        String name = product == null || part.has("name") ? part.text("name", "the item's name", v -> true) : product;
        String place = above + "/" + (product == null ? name : product);
        if ((product == null) == !part.has("items")) {
            part.refuse("product", "expected either a product or items");
        }
        UUID productId = product == null ? null : known(part, "product", product, productIds);
        return new Menu.Item(guid(part, "id", place), name, productId, items(part, place, depth + 1));
    }

    private List<WorkPlace> workPlaces(YamlPart file) {
        List<YamlPart> parts = file.parts("workPlaces", Set.of("id", "clientId", "name", "number", "products"));
        if (parts.isEmpty()) {
            file.refuse("workPlaces", "expected a list of at least one workplace");
        }
        return parts.stream().map(this::workPlace).toList();
    }

    private WorkPlace workPlace(YamlPart part) {
        String clientId = clientId(part);
        UUID id = guid(part, "id", "workPlace/" + branchId + "/" + clientId);
        workPlaceIds.put(clientId, id);
        Set<UUID> serves = part.has("products")
                ? allKnown(part, "products", productIds)
                : new LinkedHashSet<>(productIds.values());
        return new WorkPlace(
                id,
                clientId,
                part.text("name", "the workplace's name", v -> true),
                part.integer("number", 0, 9999, null),
                serves);
    }

    private List<StaffMember> staff(YamlPart file) {
        return file.parts("users", Set.of("id", "login", "name", "passwordHash", "roles")).stream()
                .map(part -> {
                    String login = part.text("login", "a login", v -> v.length() <= 64);
                    once(part, "login", login);
                    return new StaffMember(
                            guid(part, "id", "user/" + branchId + "/" + login),
                            login,
                            part.text("name", "the person's name", v -> true),
                            part.text("passwordHash", "a hash made by `talon hash`", PasswordHash::isWellFormed),
                            roles(part));
                })
                .toList();
    }

    private static Set<String> roles(YamlPart part) {
        Set<String> roles = new LinkedHashSet<>(part.texts("roles"));
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            part.refuse(
                    "roles",
                    "expected some of "
                            + String.join(", ", ROLES.stream().sorted().toList()));
        }
        return roles;
    }

    private List<Device> devices(YamlPart file) {
        List<Device> devices = new ArrayList<>();
        file.parts("boards", Set.of("clientId", "workPlaces", "products"))
                .forEach(part -> devices.add(new Device(
                        Device.Kind.BOARD,
                        clientId(part),
                        allKnown(part, "workPlaces", workPlaceIds),
                        allKnown(part, "products", productIds))));
        file.parts("surveyConsoles", Set.of("clientId", "workPlace"))
                .forEach(part -> devices.add(new Device(
                        Device.Kind.SURVEY_CONSOLE,
                        clientId(part),
                        part.has("workPlace")
                                ? Set.of(
                                        known(part, "workPlace", String.valueOf(part.words("workPlace")), workPlaceIds))
                                : Set.of(),
                        Set.of())));
        return devices;
    }

    private String clientId(YamlPart part) {
        String clientId = part.text("clientId", "letters, digits, - and _", v -> v.matches("[A-Za-z0-9_-]{1,64}"));
        once(part, "clientId", clientId);
        return clientId;
    }

    private void once(YamlPart part, String key, String value) {
        if (!value.isEmpty() && !taken.add(key + "/" + value)) {
            part.refuse(key, "\"" + value + "\" is taken already; expected another");
        }
    }

    private static Set<UUID> allKnown(YamlPart part, String key, Map<String, UUID> names) {
        Set<UUID> ids = new LinkedHashSet<>();
        part.texts(key).forEach(name -> ids.add(known(part, key, name, names)));
        return ids;
    }

    private static UUID known(YamlPart part, String key, String name, Map<String, UUID> names) {
        UUID id = names.get(name);
        if (id == null) {
            part.refuse(
                    key,
                    "\"" + name + "\" is not known; expected one of "
                            + String.join(
                                    ", ",
                                    names.keySet().stream().sorted().limit(20).toList()));
            return new UUID(0, 0);
        }
        return id;
    }

    /** The id that stands there, or one derived from the thing's place, the same at every reading. */
    private UUID guid(YamlPart part, String key, @Nullable String place) {
        String expected = "a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e";
        if (place != null && !part.has(key)) {
            return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        }
        String id = part.text(key, expected, v -> v.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        once(part, key, id.toLowerCase(Locale.ROOT));
        return id.isEmpty() ? new UUID(0, 0) : UUID.fromString(id);
    }
}
