package org.talon.branch.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST of this resource that carries an {@code Idempotency-Key} is carried out at most once: the same key with the same
 * call within 24 hours gives the first answer again, as {@link OnceOnly} guarantees it. Without the header, and for GET,
 * nothing changes.
 *
 * <p>The call runs in one transaction, which its use cases join, and answers a plain view with status 200.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AtMostOnce {}
