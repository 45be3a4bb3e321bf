package org.talon.branch.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.talon.shared.event.EventEnvelope;

/**
 * Sends a branch's events to Kafka: each at least once, never before its change is committed, numbered without holes,
 * each ticket's in the order they happened. It may send one twice; the centre does not mind. Nobody at the branch ever
 * waits for it.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** After the catalogue is read: events carry the branch's id. */
    private static final int LAST = 10_000;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final OutboxLog log;
    private final EventSender sender;
    private final Heartbeats heartbeats;
    private final DayDigests digests;
    private final Resends resends;
    private final RelayLock lock;
    private final OutboxConfig config;
    private final AtomicLong pending = new AtomicLong();
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;
    private boolean failing;

    OutboxRelay(
            OutboxLog log,
            EventSender sender,
            Heartbeats heartbeats,
            DayDigests digests,
            Resends resends,
            RelayLock lock,
            OutboxConfig config,
            MeterRegistry metrics) {
        this.log = log;
        this.sender = sender;
        this.heartbeats = heartbeats;
        this.digests = digests;
        this.resends = resends;
        this.lock = lock;
        this.config = config;
        Gauge.builder("talon.outbox.pending", pending, AtomicLong::get)
                .description("Events that are numbered but not yet acknowledged by Kafka")
                .register(metrics);
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
                return config.restAfterFailure();
            }
            boolean more = relay();
            if (failing) {
                LOG.info("events reach Kafka again");
                failing = false;
            }
            return more ? Duration.ZERO : config.rest();
        } catch (SQLException | ExecutionException | RuntimeException failed) {
            if (!failing && !stopping) {
                LOG.warnf("events do not reach Kafka for now, the branch goes on: %s", failed);
                failing = true;
            }
            return config.restAfterFailure();
        }
    }

    /** Seals, sends, beats once all is sent; returns whether more is there already. */
    private boolean relay() throws SQLException, ExecutionException, InterruptedException {
        heartbeats.claimWhenDue(log);
        OutboxLog.State state = log.state();
        if (state.unsealed()) {
            log.seal();
            state = log.state();
        }
        pending.set(state.sealedSeq() - state.acknowledgedSeq());
        OptionalLong again = resends.next(state);
        if (again.isPresent()) {
            sendAgain(again.getAsLong(), state);
            return true;
        }
        if (state.acknowledgedSeq() < state.sealedSeq()) {
            List<EventEnvelope> events = log.read(state.epoch(), state.acknowledgedSeq() + 1, config.batch());
            sender.send(events);
            state = state.acknowledgedTo(state.acknowledgedSeq() + events.size());
            log.acknowledge(state.epoch(), state.acknowledgedSeq());
            if (state.acknowledgedSeq() < state.sealedSeq()) {
                return true;
            }
        }
        var beat = heartbeats.dueAt(state);
        if (beat.isPresent()) {
            sender.send(List.of(beat.get()));
        }
        sender.send(digests.dueAt(state));
        return false;
    }

    /** What is new waits meanwhile, so that it follows what was missing without a hole. */
    private void sendAgain(long from, OutboxLog.State state)
            throws SQLException, ExecutionException, InterruptedException {
        int most = (int) Math.min(config.batch(), state.acknowledgedSeq() - from + 1);
        List<EventEnvelope> events = log.read(state.epoch(), from, most);
        sender.send(events);
        resends.sentTo(from + events.size() - 1);
    }
}
