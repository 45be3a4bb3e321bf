package org.talon.shared.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call cannot be carried out: what was wrong, as the caller may see it. Nothing was changed. */
public class DomainException extends RuntimeException {

    /** Why a call cannot be carried out, and the HTTP status that says so. */
    public enum Kind {
        MALFORMED(400, "Bad request"),
        UNAUTHENTICATED(401, "Not signed in"),
        FORBIDDEN(403, "Not allowed"),
        UNKNOWN(404, "Not found"),
        CONFLICT(409, "The state forbids it"),
        TOO_LARGE(413, "Too large"),
        UNSUPPORTED(415, "Unsupported media type"),
        REFUSED(422, "Refused by a rule"),
        TOO_MANY(429, "Too many requests"),
        UNAVAILABLE(503, "Not available now");

        final int status;
        final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }
    }

    /** One parameter that did not fit. */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    /**
     * @param code stable and kebab-case: the contract
     * @param detail for a developer: what was wrong and what was expected; shown to the caller
     */
    public DomainException(Kind kind, String code, String detail) {
        this(kind, code, detail, List.of(), null);
    }

    private DomainException(
            Kind kind, String code, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static DomainException badParameter(String field, String message) {
        return new DomainException(
                Kind.MALFORMED, "bad-parameter", field + ": " + message, List.of(new FieldError(field, message)), null);
    }

    /** Refused for the moment: the same call may well succeed after a while. */
    public static DomainException forNow(Kind kind, String code, String detail, Duration retryAfter) {
        return new DomainException(kind, code, detail, List.of(), retryAfter);
    }

    /** A rule refuses what stands in some fields, or does not. */
    public static DomainException refused(String code, List<FieldError> errors) {
        return new DomainException(
                Kind.REFUSED,
                code,
                errors.stream().map(e -> e.field() + ": " + e.message()).collect(Collectors.joining("; ")),
                errors,
                null);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
