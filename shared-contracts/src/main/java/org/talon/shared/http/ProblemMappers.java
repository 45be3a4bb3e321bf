package org.talon.shared.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every error leaves a server as a {@link Problem}; what we did not expect is logged and says nothing of the inside. */
final class ProblemMappers {

    private ProblemMappers() {}

    /** What the domain refuses. */
    @Provider
    public static class OfDomain implements ExceptionMapper<DomainException> {

        private final HttpHeaders headers;

        public OfDomain(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(DomainException e) {
            return Problem.respond(e, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        }
    }

    /** What JAX-RS itself refuses: no such path, wrong method, unreadable body. */
    @Provider
    public static class OfJaxRs implements ExceptionMapper<WebApplicationException> {

        private final HttpHeaders headers;

        public OfJaxRs(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(WebApplicationException e) {
            int status = e.getResponse().getStatus();
            String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            if (status == 405) {
                return refusal(status, "method-not-allowed", "this path takes another method", language);
            }
            if (status == 406) {
                return refusal(status, "not-acceptable", "this call does not answer in the form asked for", language);
            }
            for (DomainException.Kind kind : DomainException.Kind.values()) {
                if (kind.status == status) {
                    String code = kind == DomainException.Kind.UNKNOWN
                            ? "no-such-call"
                            : kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                    return Problem.respond(kind, code, kind.title, List.of(), language);
                }
            }
            return e.getResponse();
        }

        private static Response refusal(int status, String code, String detail, @Nullable String language) {
            return Problem.respond(status, DomainException.Kind.MALFORMED, code, detail, List.of(), language);
        }
    }

    /** What nobody foresaw. */
    @Provider
    public static class OfTheUnforeseen implements ExceptionMapper<Exception> {

        private static final Logger LOG = System.getLogger(OfTheUnforeseen.class.getName());
        private static final Duration RETRY = Duration.ofSeconds(1);

        private final HttpHeaders headers;

        public OfTheUnforeseen(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(Exception e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.log(Level.WARNING, "a call was refused for the moment, the database cannot carry it out: " + e);
                return Problem.respond(
                        DomainException.forNow(
                                DomainException.Kind.UNAVAILABLE,
                                "database-busy",
                                "the database cannot carry this call out now; try again, with the same Idempotency-Key",
                                RETRY),
                        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            }
            LOG.log(Level.ERROR, "a call failed for a reason nobody foresaw", e);
            return Problem.respond(
                    500,
                    DomainException.Kind.UNAVAILABLE,
                    "internal-error",
                    "the server could not carry this out; its log says why",
                    List.of(),
                    headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        }
    }
}
