package org.talon.central.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.talon.shared.identity.PasswordHash;

/** What nobody may go into production with. */
final class ProductionRules {

    private static final Set<String> DEMO_LOGINS = Set.of("analyst", "admin", "op1", "op2", "op3", "op4", "op5", "op6");
    private static final List<String> DEMO_PASSWORDS = List.of("demo", "admin-demo");
    private static final Set<String> FREE_PROFILES = Set.of("demo", "dev", "test");

    private ProductionRules() {}

    /** Any profile that is not plainly for play is production. */
    static boolean applyTo(Collection<String> profiles) {
        return !FREE_PROFILES.containsAll(profiles) || profiles.isEmpty();
    }

    /** What is wrong, a sentence each; empty where nothing is. */
    static List<String> violations(Collection<? extends UsersConfig.User> users, boolean simulation) {
        List<String> wrong = new ArrayList<>();
        if (simulation) {
            wrong.add("talon.simulation is on");
        }
        if (users.isEmpty()) {
            wrong.add("no user is configured (talon.users[0].login, .name, .password-hash, .roles)");
        }
        for (UsersConfig.User user : users) {
            if (DEMO_LOGINS.contains(user.login().toLowerCase(Locale.ROOT))) {
                wrong.add("user '" + user.login() + "' is a demo user");
            } else if (DEMO_PASSWORDS.stream().anyMatch(demo -> PasswordHash.verify(demo, user.passwordHash()))) {
                wrong.add("user '" + user.login() + "' has a demo password");
            }
        }
        return wrong;
    }
}
