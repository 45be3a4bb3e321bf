package org.talon.branch.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.talon.shared.http.Parameters;

/**
 * A call with a key, as the database may know it: by digests, which show neither caller nor parameters.
 *
 * @param key of the caller and his key: two callers with one key do not meet
 * @param content of what is asked for: path and parameters
 */
record KeyedCall(String key, String content) {

    static KeyedCall of(String caller, String key, String path, Parameters parameters) {
        return new KeyedCall(digest(caller, key), digest(path, parameters.canonical()));
    }

    /** Each text goes in with its length, so that no two pairs look the same. */
    private static String digest(String first, String second) {
        String both = first.length() + ":" + first + second;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
