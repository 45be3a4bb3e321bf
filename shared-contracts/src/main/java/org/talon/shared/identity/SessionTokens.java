package org.talon.shared.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs session tokens and tells the JWT machinery by which key and issuer to check them. Only ES256 by this server's
 * own key is taken, whatever a token's header says.
 */
@ApplicationScoped
public class SessionTokens {

    /** The claim that names the session. */
    public static final String SESSION = "sid";

    private final SigningKey key;
    private final String issuer;
    private final Duration life;

    SessionTokens(
            @ConfigProperty(name = "talon.identity.key-file") Path keyFile,
            @ConfigProperty(name = "talon.identity.issuer") String issuer,
            @ConfigProperty(name = "talon.identity.token-life", defaultValue = "PT14H") Duration life) {
        this.key = SigningKey.loadOrCreate(keyFile);
        this.issuer = issuer;
        this.life = life;
    }

    /**
     * A signed token.
     *
     * @param claims more claims, such as the session's id
     */
    public String issue(UUID userId, String login, Set<String> roles, Map<String, String> claims) {
        var token = Jwt.issuer(issuer)
                .subject(userId.toString())
                .upn(login)
                .groups(roles)
                .expiresIn(life);
        claims.forEach(token::claim);
        return token.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.id()).sign(key.privateKey());
    }

    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    JWTAuthContextInfo verification() {
        JWTAuthContextInfo context = new JWTAuthContextInfo(key.publicKey(), issuer);
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        return context;
    }
}
