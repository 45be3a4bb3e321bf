package org.talon.branch.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.Role;
import org.talon.shared.identity.SessionTokens;

/** The call at hand, as its request shows it. */
@ApplicationScoped
class IncomingCall {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final SecurityIdentity identity;

    IncomingCall(HttpHeaders headers, UriInfo uri, SecurityIdentity identity) {
        this.headers = headers;
        this.uri = uri;
        this.identity = identity;
    }

    /** Empty where the request has no key. What a method does not take as an argument is no part of its call. */
    Optional<KeyedCall> withKey(Object[] arguments) {
        return key(headers.getRequestHeader(KEY))
                .map(key -> KeyedCall.of(caller(), key, path(), parametersAmong(arguments)));
    }

    @Nullable String acceptLanguage() {
        return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    }

    static Optional<String> key(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 || !PRINTABLE.matcher(values.getFirst()).matches()) {
            throw DomainException.badParameter(KEY, "expected one key of 1 to 255 printable ASCII characters");
        }
        return Optional.of(values.getFirst());
    }

    /** An operator in another session, perhaps at another workplace, is another caller; all without a token are one. */
    private String caller() {
        if (identity.isAnonymous()) {
            return "";
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return identity.getPrincipal().getName();
        }
        return identity.hasRole(Role.OPERATOR)
                ? token.getSubject() + " " + token.getClaim(SessionTokens.SESSION)
                : token.getSubject();
    }

    /** Without the prefix, which has fallen off before, and without the last slash. */
    private String path() {
        String path = uri.getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Parameters parametersAmong(Object[] arguments) {
        return Stream.of(arguments)
                .filter(Parameters.class::isInstance)
                .map(Parameters.class::cast)
                .findFirst()
                .orElseGet(Parameters::none);
    }
}
