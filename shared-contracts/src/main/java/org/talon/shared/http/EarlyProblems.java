package org.talon.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses a call before it reaches any resource, with the same body as any other refusal. */
@ApplicationScoped
public class EarlyProblems {

    private final ObjectMapper json;

    EarlyProblems(ObjectMapper json) {
        this.json = json;
    }

    public void refuse(RoutingContext call, DomainException refusal) {
        DomainException.Kind kind = refusal.kind();
        String language = call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        call.response()
                .setStatusCode(kind.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .end(written(
                        Problem.of(kind.status, kind, refusal.code(), refusal.detail(), refusal.errors(), language)));
    }

    private Buffer written(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem must always be writable", impossible);
        }
    }
}
