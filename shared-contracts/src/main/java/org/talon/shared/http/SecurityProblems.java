package org.talon.shared.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.talon.shared.http.DomainException.Kind;

/** What Quarkus' security refuses leaves as a {@link Problem} too; its own answers would have no body. */
final class SecurityProblems {

    private SecurityProblems() {}

    private static Response answer(HttpHeaders headers, Kind kind, String code, String detail) {
        return Problem.respond(
                new DomainException(kind, code, detail), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Provider
    @Priority(Priorities.AUTHENTICATION)
    public static class OfBadToken implements ExceptionMapper<AuthenticationFailedException> {

        private final HttpHeaders headers;

        public OfBadToken(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(AuthenticationFailedException e) {
            return answer(headers, Kind.UNAUTHENTICATED, "bad-token", "the token is not ours, or its time is over");
        }
    }

    @Provider
    @Priority(Priorities.AUTHENTICATION)
    public static class OfNoToken implements ExceptionMapper<UnauthorizedException> {

        private final HttpHeaders headers;

        public OfNoToken(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(UnauthorizedException e) {
            return answer(headers, Kind.UNAUTHENTICATED, "no-token", "this call needs a token in Authorization");
        }
    }

    @Provider
    @Priority(Priorities.AUTHENTICATION)
    public static class OfWrongRole implements ExceptionMapper<ForbiddenException> {

        private final HttpHeaders headers;

        public OfWrongRole(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(ForbiddenException e) {
            return answer(headers, Kind.FORBIDDEN, "wrong-role", "the roles of this token do not allow this call");
        }
    }
}
