package org.talon.local.testing;

import java.util.Map;

/**
 * One backend a process. Quarkus loads test classes more than once, each time with other static fields; so the one that
 * counts is the one of the system's class loader, and all others ask it.
 */
public final class SharedBackend {
    static final String POSTGRES = "postgres";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String KAFKA = "kafka";

    private static Map<String, String> running;

    private SharedBackend() {}

    /** Where the servers of this process are, whichever class loader the caller was loaded by. */
    @SuppressWarnings("unchecked")
    static Map<String, String> reach() {
        try {
            Class<?> shared = Class.forName(SharedBackend.class.getName(), true, ClassLoader.getSystemClassLoader());
            return (Map<String, String>) shared.getMethod("running").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The test backend does not start: " + e.getCause(), e);
        }
    }

    /** Called through {@link #reach()} only, in the one class that holds the state. */
    public static synchronized Map<String, String> running() {
        if (running == null) {
            running = startAmongItsOwnClasses(System.getenv().getOrDefault("TALON_TEST_BACKEND", "embedded"));
        }
        return running;
    }

    static Map<String, String> start(String backend) {
        return switch (backend) {
            case "embedded" -> EmbeddedBackend.start();
            case "containers" -> ContainerBackend.start();
            default ->
                throw new IllegalArgumentException(
                        "TALON_TEST_BACKEND is '" + backend + "'; expected 'embedded' or 'containers'");
        };
    }

    /** Kafka loads classes by name through the thread's class loader, which in a Quarkus test is one that is closed later. */
    private static Map<String, String> startAmongItsOwnClasses(String backend) {
        Thread thread = Thread.currentThread();
        ClassLoader caller = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedBackend.class.getClassLoader());
        try {
            return start(backend);
        } finally {
            thread.setContextClassLoader(caller);
        }
    }
}
