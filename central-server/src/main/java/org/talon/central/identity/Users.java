package org.talon.central.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.talon.shared.http.DomainException;
import org.talon.shared.identity.PasswordHash;

/** The users, by login in whatever case. */
@ApplicationScoped
class Users {

    private final Map<String, UsersConfig.User> byLogin = new LinkedHashMap<>();

    /** What an unknown user's password is compared with, so that he is refused no sooner than a known one. */
    private final String nobodysHash = PasswordHash.of("", new SecureRandom());

    Users(UsersConfig config) {
        config.all().forEach(user -> byLogin.put(key(user.login()), user));
    }

    Collection<UsersConfig.User> all() {
        return byLogin.values();
    }

    UsersConfig.User authenticate(String login, String password) {
        UsersConfig.User user = byLogin.get(key(login));
        boolean rightPassword = PasswordHash.verify(password, user == null ? nobodysHash : user.passwordHash());
        if (user == null || !rightPassword) {
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
