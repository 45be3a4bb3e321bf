package org.talon.branch.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that does no harm when it is repeated, and that changes more than the database, or whose answer or parameters
 * hold a secret, a token or a password, of which not even a digest may lie there. It takes no notice of an
 * {@code Idempotency-Key}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeverKept {}
