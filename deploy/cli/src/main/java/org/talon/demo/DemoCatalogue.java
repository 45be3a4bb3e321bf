package org.talon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.talon.network.DemoLogins;
import org.talon.network.NetworkPlan;

/** The branches of the demonstration: all alike, each with a name, an address and an id that stay the same for ever. */
public final class DemoCatalogue {
    /** Where they all are. */
    public static final String ZONE = "Europe/Moscow";

    /** Integration ids of the services that each of them offers. */
    public static final List<String> PRODUCTS = List.of("117", "118", "119", "120", "121");

    private static final List<String> STREETS = List.of(
            "Тверская", "Арбат", "Пятницкая", "Мясницкая", "Большая Ордынка", "Покровка", "Остоженка", "Сретенка");

    private DemoCatalogue() {}

    /** The n-th branch, from 1 on. */
    public static NetworkPlan.Branch branch(int n, int port) {
        UUID id = UUID.nameUUIDFromBytes(("demo/" + n).getBytes(StandardCharsets.UTF_8));
        String name = "Отделение № " + n;
        String street = STREETS.get((n - 1) % STREETS.size());
        String catalogue = template()
                .replace("${id}", id.toString())
                .replace("${name}", name)
                .replace("${integrationId}", String.format(Locale.ROOT, "%03d", n))
                .replace("${address}", "Москва, " + street + ", " + n)
                .replace("${adminHash}", DemoLogins.ADMIN_HASH)
                .replace("${operatorHash}", DemoLogins.OPERATOR_HASH);
        return new NetworkPlan.Branch(id, name, port, catalogue);
    }

    private static String template() {
        try (InputStream yaml = DemoCatalogue.class.getResourceAsStream("catalogue.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("the demonstration catalogue is not in the program");
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
