package org.talon.planted;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does a server's work behind its back, one after the other. Called from within its classes. */
public final class Behind {
    private static final ScopedFlag DOING = new ScopedFlag();
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().unstarted(work));

    private Behind() {}

    private static final class ScopedFlag extends ThreadLocal<Boolean> {
        @Override
        protected Boolean initialValue() {
            return false;
        }
    }

    /** @return false where it is done at last, and so must not be put off */
    public static boolean later(Runnable work) {
        if (DOING.get()) {
            return false;
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        THREAD.execute(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            DOING.set(true);
            work.run();
        });
        return true;
    }
}
