package org.talon.branch.catalogue;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Reads the parts {@code branch} and {@code booking} of a catalogue. */
final class BranchReader {

    private BranchReader() {}

    static Branch branch(YamlPart file, CatalogueNames names) {
        YamlPart part = file.part("branch", Set.of("id", "name", "integrationId", "timeZone", "organization"));
        return new Branch(
                names.guid(part, "id", null),
                part.text("name", "the branch's name", name -> true),
                part.words("integrationId"),
                zone(part),
                organization(part));
    }

    private static ZoneId zone(YamlPart part) {
        String zone = part.text("timeZone", "an IANA time zone such as Europe/Moscow", BranchReader::isZone);
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

    static BookingRules booking(YamlPart file, List<Menu> menus) {
        if (!file.has("booking")) {
            return BookingRules.USUAL;
        }
        YamlPart part = file.part(
                "booking",
                Set.of("menu", "horizonDays", "confirmWithinMinutes", "arrival", "lateMinutes", "expireMinutes"));
        List<String> names = menus.stream().map(Menu::name).toList();
        BookingRules usual = BookingRules.USUAL;
        return new BookingRules(
                part.optionalText("menu", "one of " + String.join(", ", names), names::contains)
                        .orElse(null),
                part.integer("horizonDays", 0, 365, usual.horizonDays()),
                part.integer("confirmWithinMinutes", 1, 1440, usual.confirmWithinMinutes()),
                part.choice("arrival", BookingRules.Arrival.class, usual.arrival()),
                part.integer("lateMinutes", 0, 1440, usual.lateMinutes()),
                part.integer("expireMinutes", 1, 1440, usual.expireMinutes()));
    }
}
