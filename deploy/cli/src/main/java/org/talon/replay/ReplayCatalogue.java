package org.talon.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.talon.network.DemoLogins;

/** The catalogue of a branch that can act out a trace. Written as JSON, which is YAML. */
final class ReplayCatalogue {
    private ReplayCatalogue() {}

    /** Every service of the whole trace, a workplace and a user for every operator of this branch. */
    static String of(UUID id, String name, Set<String> services, Set<String> operators) {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put(
                "branch",
                Map.of(
                        "id",
                        id.toString(),
                        "name",
                        name,
                        "timeZone",
                        ReplayClock.ZONE,
                        "organization",
                        Map.of("name", "Replay")));
        catalogue.put(
                "products", services.stream().map(ReplayCatalogue::product).toList());
        catalogue.put("workPlaces", workPlaces(operators));
        catalogue.put("users", users(operators));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(catalogue);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> product(String service) {
        return Map.of("integrationId", service, "name", service, "prefix", prefix(service), "targetWaitMinutes", 15);
    }

    private static String prefix(String service) {
        return service.matches("\\p{L}{1,3}") ? service : "Q";
    }

    /** At least one: a branch of visitors who all leave has a workplace too. */
    private static List<Object> workPlaces(Set<String> operators) {
        List<Object> places = new ArrayList<>();
        for (int n = 1; n <= Math.max(1, operators.size()); n++) {
            places.add(Map.of("clientId", DemoLogins.workPlace(n), "name", "Workplace " + n, "number", n));
        }
        return places;
    }

    private static List<Object> users(Set<String> operators) {
        List<Object> users = new ArrayList<>();
        users.add(user(DemoLogins.ADMIN, "Hall administrator", DemoLogins.ADMIN_HASH, "HALL_ADMIN"));
        for (String operator : operators) {
            users.add(user(DemoLogins.operator(users.size()), operator, DemoLogins.OPERATOR_HASH, "OPERATOR"));
        }
        return users;
    }

    private static Map<String, Object> user(String login, String name, String hash, String role) {
        return Map.of("login", login, "name", name, "passwordHash", hash, "roles", List.of(role));
    }
}
