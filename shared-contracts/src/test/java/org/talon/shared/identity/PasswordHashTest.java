package org.talon.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talon.shared.SeededRandom;

class PasswordHashTest {

    private static final SecureRandom SALT = new SecureRandom();

    @Test
    void a_password_fits_its_hash_and_no_other_does() {
        String hash = PasswordHash.of("correct horse", SALT);

        assertThat(PasswordHash.isWellFormed(hash)).isTrue();
        assertThat(PasswordHash.verify("correct horse", hash)).isTrue();
        assertThat(PasswordHash.verify("correct horsE", hash)).isFalse();
        assertThat(PasswordHash.verify("correct horse ", hash)).isFalse();
        assertThat(PasswordHash.verify("", hash)).isFalse();
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertThat(PasswordHash.of("same", SALT)).isNotEqualTo(PasswordHash.of("same", SALT));
    }

    @Test
    void every_character_of_a_long_password_counts() {
        String password = unicode(SeededRandom.printed(), 128);
        String hash = PasswordHash.of(password, SALT);
        int last = password.offsetByCodePoints(password.length(), -1);

        assertThat(PasswordHash.verify(password, hash)).isTrue();
        assertThat(PasswordHash.verify(password.substring(0, last), hash)).isFalse();
        assertThat(PasswordHash.verify(password.substring(0, last) + "\u0000", hash))
                .isFalse();
    }

    /** From the reference implementation's own tests (argon2id, version 19, "password" with the salt "somesalt"). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void known_answers_of_argon2id_are_given(String hash) {
        assertThat(PasswordHash.verify("password", hash)).isTrue();
        assertThat(PasswordHash.verify("differentpassword", hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no hash at all           | demo",
                "another algorithm        | $argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "an older version         | $argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "no version               | $argon2id$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "parameters in disorder   | $argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "no passes                | $argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "no lanes                 | $argon2id$v=19$m=256,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "too little memory        | $argon2id$v=19$m=15,t=2,p=2$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "more memory than we give | $argon2id$v=19$m=1048577,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "a short salt             | $argon2id$v=19$m=256,t=2,p=1$c29t$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "a salt no base64 has     | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQxx$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "a hash no base64 has     | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi",
                "a short hash             | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQM",
                "padding                  | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ=$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=",
                "a stray line end         | '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\n'"
            })
    void what_is_no_hash_of_ours_fits_no_password(String why, String hash) {
        assertThat(PasswordHash.isWellFormed(hash)).as(why).isFalse();
        assertThat(PasswordHash.verify("password", hash)).as(why).isFalse();
    }

    /** Letters of many scripts, signs beyond the basic plane too. */
    private static String unicode(Random random, int characters) {
        return random.ints(0x20, 0x1FAFF)
                .filter(Character::isDefined)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(characters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
