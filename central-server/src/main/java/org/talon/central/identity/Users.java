package org.talon.central.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.talon.shared.http.DomainException;
import org.talon.shared.identity.LoginGuard;

/** The users, by login in whatever case. */
@ApplicationScoped
class Users {

    private final Map<String, UsersConfig.User> byLogin = new LinkedHashMap<>();

    private final LoginGuard guard;

    Users(UsersConfig config, LoginGuard guard) {
        this.guard = guard;
        config.all().forEach(user -> byLogin.put(key(user.login()), user));
    }

    Collection<UsersConfig.User> all() {
        return byLogin.values();
    }

    UsersConfig.User authenticate(String login, String password) {
        UsersConfig.User user = byLogin.get(key(login));
        boolean right = guard.isRight(login, password, user == null ? null : user.passwordHash());
        if (user == null || !right) {
            throw new DomainException(
                    DomainException.Kind.UNAUTHENTICATED, "wrong-login", "no user has this login and password");
        }
        return user;
    }

    static UUID idOf(UsersConfig.User user) {
        return UUID.nameUUIDFromBytes(("talon:central:user:" + key(user.login())).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
