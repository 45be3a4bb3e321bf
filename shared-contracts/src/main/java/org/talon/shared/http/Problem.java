package org.talon.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The body of every error: RFC 9457, with our stable code and a sentence for the visitor. */
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("Code") String code,
        @JsonProperty("UserMessage") String userMessage,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("Errors")
        List<DomainException.FieldError> errors) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** What a caller sent stands in some details, and may be of any length. */
    private static final int LONGEST_DETAIL = 500;

    public static Response respond(DomainException e, @Nullable String acceptLanguage) {
        Response answer = respond(e.kind(), e.code(), e.detail(), e.errors(), acceptLanguage);
        return e.retryAfter()
                .map(wait -> Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                        .build())
                .orElse(answer);
    }

    static Response respond(
            DomainException.Kind kind,
            String code,
            String detail,
            List<DomainException.FieldError> errors,
            @Nullable String acceptLanguage) {
        return respond(kind.status, kind, code, detail, errors, acceptLanguage);
    }

    /** With a status that no kind has; the kind gives the title and the sentence for the visitor. */
    static Response respond(
            int status,
            DomainException.Kind kind,
            String code,
            String detail,
            List<DomainException.FieldError> errors,
            @Nullable String acceptLanguage) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(of(status, kind, code, detail, errors, acceptLanguage))
                .build();
    }

    static Problem of(
            int status,
            DomainException.Kind kind,
            String code,
            String detail,
            List<DomainException.FieldError> errors,
            @Nullable String acceptLanguage) {
        return new Problem(
                "urn:talon:error:" + code,
                kind.title,
                status,
                shortened(detail),
                code,
                userMessage(kind, code, acceptLanguage),
                errors);
    }

    /** Never cut within a character. */
    private static String shortened(String detail) {
        if (detail.length() <= LONGEST_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1)) ? LONGEST_DETAIL - 1 : LONGEST_DETAIL;
        return detail.substring(0, end) + "…";
    }

    /** The sentence for the code, else the one for its kind; in the visitor's language. */
    private static String userMessage(DomainException.Kind kind, String code, @Nullable String acceptLanguage) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.talon.shared.http.user-messages",
                VisitorLanguage.of(acceptLanguage),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        try {
            return texts.getString(code);
        } catch (MissingResourceException noneOfItsOwn) {
            return texts.getString("kind." + kind.name());
        }
    }
}
