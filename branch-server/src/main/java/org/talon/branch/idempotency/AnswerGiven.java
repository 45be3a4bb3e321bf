package org.talon.branch.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.talon.shared.http.Problem;

/** Carries a kept answer past a resource method, whose type has no place for it. No error, and without a stack trace. */
final class AnswerGiven extends RuntimeException {

    private final transient KeptAnswer answer;

    AnswerGiven(KeptAnswer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    /** Puts it on the wire. */
    @Provider
    static class OnTheWire implements ExceptionMapper<AnswerGiven> {

        private static final String REPEATED = "Idempotent-Replayed";
        private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
        private static final int FIRST_ERROR = 400;

        @Override
        public Response toResponse(AnswerGiven given) {
            KeptAnswer answer = given.answer;
            var response = Response.status(answer.status())
                    .type(answer.status() < FIRST_ERROR ? JSON : Problem.MEDIA_TYPE)
                    .entity(answer.body());
            return (answer.repeated() ? response.header(REPEATED, true) : response).build();
        }
    }
}
