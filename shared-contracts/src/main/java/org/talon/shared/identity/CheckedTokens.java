package org.talon.shared.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Never takes a token that was not checked to the letter within the last minute, nor one past its end.
 *
 * <p>A session's token comes with each of its calls, and checking its signature costs as much as the rest of a short call. Whether the
 * session still stands is not asked here but in the database, at each call.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class CheckedTokens extends JWTCallerPrincipalFactory {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 5_000;

    private final JWTCallerPrincipalFactory check;
    private final InstantSource time;
    private final Cache<String, JWTCallerPrincipal> checked;

    /** By the real clock, as tokens are checked, whichever time the server lives in. */
    public CheckedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), InstantSource.system());
    }

    CheckedTokens(JWTCallerPrincipalFactory check, InstantSource time) {
        this.check = check;
        this.time = time;
        this.checked = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTCallerPrincipal known = checked.getIfPresent(token);
        if (known != null && time.instant().getEpochSecond() < known.getExpirationTime()) {
            return known;
        }
        JWTCallerPrincipal caller = check.parse(token, rules);
        checked.put(token, caller);
        return caller;
    }
}
