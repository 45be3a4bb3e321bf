package org.talon.branch.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.talon.shared.federation.Relay;

/** Drives the branch's relay in a thread of its own, as long as this process may be it. Nobody at the branch ever waits for it. */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** After the catalogue is read: events carry the branch's id. */
    private static final int LAST = 10_000;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Relay relay;
    private final RelayLock lock;
    private final OutboxConfig config;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;
    private boolean failing;

    OutboxRelay(Relay relay, RelayLock lock, OutboxConfig config) {
        this.relay = relay;
        this.lock = lock;
        this.config = config;
    }

    void onStart(@Observes @Priority(LAST) StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(STOP_WITHIN);
    }

    private void run() {
        try {
            while (!stopping) {
                Thread.sleep(round());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("the relay was told to stop");
        } finally {
            lock.release();
        }
    }

    /** Returns how long to rest. */
    private Duration round() throws InterruptedException {
        try {
            if (!lock.isHeld()) {
                relay.beginAgain();
                return config.restAfterFailure();
            }
            boolean more = relay.round();
            if (failing) {
                LOG.info("events reach Kafka again");
                failing = false;
            }
            return more ? Duration.ZERO : config.rest();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            if (!failing && !stopping) {
                LOG.warnf("events do not reach Kafka for now, the branch goes on: %s", failed);
                failing = true;
            }
            return config.restAfterFailure();
        }
    }
}
