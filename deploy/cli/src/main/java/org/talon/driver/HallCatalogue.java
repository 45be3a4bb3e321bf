package org.talon.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talon.network.DemoLogins;

/** A branch with many desks that all serve everything. Written as JSON, which is YAML. */
public final class HallCatalogue {

    /** Services with a queue. */
    public static final List<String> SERVICES = List.of("A", "B", "C");

    /** The service that is booked. */
    public static final String BOOKED = "D";

    public static final int CAPACITY = 3;

    private HallCatalogue() {}

    public static String of(UUID id, String name, int desks) {
        Map<String, Object> catalogue = Map.of(
                "branch",
                Map.of("id", id.toString(), "name", name, "timeZone", "Etc/UTC"),
                "products",
                Stream.concat(SERVICES.stream().map(HallCatalogue::service), Stream.of(booked()))
                        .toList(),
                "workPlaces",
                numbers(desks)
                        .map(n -> Map.of("clientId", DemoLogins.workPlace(n), "name", "Desk " + n, "number", n))
                        .toList(),
                "users",
                Stream.concat(Stream.of(admin()), numbers(desks).map(HallCatalogue::operator))
                        .toList());
        try {
            return new ObjectMapper().writeValueAsString(catalogue);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<Integer> numbers(int desks) {
        return IntStream.rangeClosed(1, desks).boxed();
    }

    private static Map<String, Object> service(String name) {
        return Map.of("integrationId", name, "name", name, "prefix", name);
    }

    private static Map<String, Object> booked() {
        return Map.of(
                "integrationId",
                BOOKED,
                "name",
                BOOKED,
                "prefix",
                BOOKED,
                "booking",
                Map.of("capacity", CAPACITY, "minutes", 60));
    }

    private static Map<String, Object> admin() {
        return user(DemoLogins.ADMIN, DemoLogins.ADMIN_HASH, "HALL_ADMIN");
    }

    private static Map<String, Object> operator(int n) {
        return user(DemoLogins.operator(n), DemoLogins.OPERATOR_HASH, "OPERATOR");
    }

    private static Map<String, Object> user(String login, String hash, String role) {
        return Map.of("login", login, "name", login, "passwordHash", hash, "roles", List.of(role));
    }
}
