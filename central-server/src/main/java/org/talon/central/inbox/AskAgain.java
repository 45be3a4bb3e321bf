package org.talon.central.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.ResendRequest;

/** Asks branches for what is missing, again and again until it comes. Several centres may ask: a branch hears it once. */
@ApplicationScoped
class AskAgain {

    private static final Logger LOG = Logger.getLogger(AskAgain.class);

    private final MissingEvents missing;
    private final EventCodec codec = new EventCodec();
    private final Emitter<byte[]> control;
    private boolean failing;

    /** Where Kafka is away, what is asked for now is asked for again later. */
    AskAgain(MissingEvents missing, @Channel("control") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> control) {
        this.missing = missing;
        this.control = control;
    }

    @Scheduled(
            every = "${talon.inbox.ask-again-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void ask() {
        try {
            List<ResendRequest> requests = missing.all();
            requests.forEach(request -> control.send(codec.encode(request)).exceptionally(failed -> {
                LOG.debugf("branch %s was not asked: %s", request.branchId(), failed);
                return null;
            }));
            failing = false;
        } catch (SQLException | RuntimeException failed) {
            if (!failing) {
                LOG.warnf("branches are not asked for what is missing now; trying again: %s", failed);
            }
            failing = true;
        }
    }
}
