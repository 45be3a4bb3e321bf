package org.talon.branch.outbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.ResendRequest;
import org.talon.shared.event.UnreadableEvent;
import org.talon.shared.federation.Resends;

/** Listens to what the centre asks of branches, and hears what is meant for this one. */
@ApplicationScoped
class ControlConsumer {

    private static final Logger LOG = Logger.getLogger(ControlConsumer.class);

    private final CurrentCatalogue catalogue;
    private final EventCodec codec;
    private final Resends resends;

    ControlConsumer(CurrentCatalogue catalogue, EventCodec codec, Resends resends) {
        this.catalogue = catalogue;
        this.codec = codec;
        this.resends = resends;
    }

    @Incoming("control")
    @Blocking
    void take(byte[] bytes) {
        try {
            ResendRequest request = codec.request(bytes);
            if (request.branchId().equals(catalogue.get().branch().id())) {
                resends.ask(request);
            }
        } catch (UnreadableEvent unreadable) {
            LOG.warnf("what the centre asks for cannot be read: %s", unreadable.getMessage());
        }
    }
}
