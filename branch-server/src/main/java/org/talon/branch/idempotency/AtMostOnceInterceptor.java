package org.talon.branch.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Problem;

/** Hands calls with a key to {@link OnceOnly}; it runs after the caller's roles were looked at. */
@AtMostOnce
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class AtMostOnceInterceptor {

    private final IncomingCall incoming;
    private final OnceOnly onceOnly;
    private final ObjectMapper json;

    AtMostOnceInterceptor(IncomingCall incoming, OnceOnly onceOnly, ObjectMapper json) {
        this.incoming = incoming;
        this.onceOnly = onceOnly;
        this.json = json;
    }

    /** The first answer leaves by the same door as every later one, so that they are the same to the byte. */
    @AroundInvoke
    @Nullable Object answer(InvocationContext invocation) throws Exception {
        Optional<KeyedCall> call =
                isKept(invocation.getMethod()) ? incoming.withKey(invocation.getParameters()) : Optional.empty();
        if (call.isEmpty()) {
            return invocation.proceed();
        }
        throw new AnswerGiven(
                onceOnly.answer(call.get(), () -> answer(200, invocation.proceed()), refusal -> answer(refusal)));
    }

    private static boolean isKept(Method method) {
        return method.isAnnotationPresent(POST.class) && !method.isAnnotationPresent(NeverKept.class);
    }

    private KeptAnswer answer(DomainException refusal) {
        Response problem = Problem.respond(refusal, incoming.acceptLanguage());
        return answer(problem.getStatus(), problem.getEntity());
    }

    private KeptAnswer answer(int status, Object entity) {
        try {
            return KeptAnswer.first(status, json.writeValueAsString(entity));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
