package org.talon.central.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Set;

/** The users of the centre: {@code talon.users[0].login} and so on. */
@ConfigMapping(prefix = "talon.users")
interface UsersConfig {

    @WithParentName
    List<User> all();

    interface User {
        String login();

        String name();

        /** Argon2id in PHC form, {@code $argon2id$v=19$…}. */
        String passwordHash();

        Set<String> roles();
    }
}
