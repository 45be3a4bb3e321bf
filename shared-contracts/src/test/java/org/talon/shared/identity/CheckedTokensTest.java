package org.talon.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {

    private static final Duration LIFE = Duration.ofSeconds(90);

    private Instant now = Instant.parse("2026-11-23T06:00:00Z");
    private final Instant end = now.plus(LIFE);
    private final InstantSource time = () -> now;
    private final List<String> lookedAt = new ArrayList<>();
    private final CheckedTokens tokens = new CheckedTokens(new Check(), time);

    @Test
    void a_token_that_was_just_checked_is_not_checked_again() throws ParseException {
        JWTCallerPrincipal first = parse("good");
        JWTCallerPrincipal second = parse("good");

        assertThat(second).isSameAs(first);
        assertThat(lookedAt).containsExactly("good");
    }

    @Test
    void it_is_checked_again_after_a_minute() throws ParseException {
        parse("good");
        now = now.plusSeconds(59);
        parse("good");
        assertThat(lookedAt).containsExactly("good");

        now = now.plusSeconds(1);
        parse("good");
        assertThat(lookedAt).containsExactly("good", "good");
    }

    @Test
    void a_token_past_its_end_is_refused_however_shortly_before_it_was_checked() throws ParseException {
        now = end.minusSeconds(1);
        parse("good");

        now = end;
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parse("good"));
    }

    @Test
    void another_token_is_checked_for_itself_and_a_refused_one_every_time() throws ParseException {
        parse("good");

        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parse("forged"));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parse("forged"));
        assertThat(lookedAt).containsExactly("good", "forged", "forged");
    }

    private JWTCallerPrincipal parse(String token) throws ParseException {
        return tokens.parse(token, new JWTAuthContextInfo());
    }

    /** Takes what is called good until its end. */
    private final class Check extends JWTCallerPrincipalFactory {
        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
            lookedAt.add(token);
            if (!token.equals("good") || !now.isBefore(end)) {
                throw new ParseException("not good");
            }
            JwtClaims claims = new JwtClaims();
            claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }
}
