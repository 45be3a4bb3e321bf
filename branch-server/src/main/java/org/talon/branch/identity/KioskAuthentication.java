package org.talon.branch.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Kiosk;
import org.talon.shared.identity.Role;

/** Knows kiosks by their tokens, which never change; every other token is left to those who check signatures. */
@ApplicationScoped
class KioskAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final CurrentCatalogue catalogue;

    KioskAuthentication(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        String header = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        String hash = sha256(header.substring(SCHEME.length()).strip());
        return Uni.createFrom()
                .optional(catalogue.get().kiosks().stream()
                        .filter(kiosk -> kiosk.tokenSha256().equals(hash))
                        .findFirst()
                        .map(KioskAuthentication::identityOf));
    }

    private static SecurityIdentity identityOf(Kiosk kiosk) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(kiosk.clientId()))
                .addRole(Role.KIOSK)
                .build();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What to answer without a token is the others' business. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().nullItem();
    }
}
