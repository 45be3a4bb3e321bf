package org.talon.central.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.talon.shared.identity.PasswordHash;

/** Refuses to start with users that cannot work or, in production, with those of the demonstration. */
@ApplicationScoped
class StartUpChecks {

    private final UsersConfig users;
    private final boolean simulation;

    StartUpChecks(
            UsersConfig users, @ConfigProperty(name = "talon.simulation", defaultValue = "false") boolean simulation) {
        this.users = users;
        this.simulation = simulation;
    }

    /** Before the server takes calls or events. A configuration exception is told in one line and ends the process with 1. */
    void onStart(@Observes @Priority(1) StartupEvent event) {
        List<String> wrong = new ArrayList<>();
        for (UsersConfig.User user : users.all()) {
            if (!PasswordHash.isWellFormed(user.passwordHash())) {
                wrong.add("the password hash of user '" + user.login() + "' is not Argon2id in PHC form");
            }
        }
        if (ProductionRules.applyTo(ConfigUtils.getProfiles())) {
            wrong.addAll(ProductionRules.violations(users.all(), simulation));
        }
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("The centre does not start: " + String.join("; ", wrong));
        }
    }
}
