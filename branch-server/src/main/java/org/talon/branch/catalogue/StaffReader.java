package org.talon.branch.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.identity.PasswordHash;
import org.talon.shared.identity.Role;

/** Reads the part {@code users} of a catalogue. */
final class StaffReader {

    private static final Set<String> ROLES = Set.of(Role.OPERATOR, Role.HALL_ADMIN, Role.ANALYST, Role.ADMIN);

    private StaffReader() {}

    static List<StaffMember> read(YamlPart file, CatalogueNames names, UUID branchId) {
        return file.parts("users", Set.of("id", "login", "name", "passwordHash", "roles", "disabled")).stream()
                .map(part -> {
                    String login = part.text("login", "a login", v -> v.length() <= 64);
                    names.once(part, "login", login);
                    return new StaffMember(
                            names.guid(part, "id", "user/" + branchId + "/" + login),
                            login,
                            part.text("name", "the person's name", v -> true),
                            part.text("passwordHash", "a hash made by `talon hash`", PasswordHash::isWellFormed),
                            roles(part),
                            part.flag("disabled", false));
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
}
