package org.talon.branch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.talon.local.testing.TalonTestBackend;

/** A test against a running branch, with a real database and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BranchTest {}
