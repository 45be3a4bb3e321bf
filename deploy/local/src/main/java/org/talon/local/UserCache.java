package org.talon.local;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's programs keep what they can fetch or unpack again. */
final class UserCache {
    private UserCache() {}

    static Path directory(String name) {
        Path home = Path.of(System.getProperty("user.home"), ".cache");
        Map<String, String> environment = System.getenv();
        return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home.toString()), "talon", name);
    }
}
