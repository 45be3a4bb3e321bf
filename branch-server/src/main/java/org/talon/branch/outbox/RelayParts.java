package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.talon.shared.federation.Heartbeats;
import org.talon.shared.federation.Relay;
import org.talon.shared.federation.Resends;

/** Puts the rules of sending together with this branch's database, its Kafka and its clock. */
@ApplicationScoped
class RelayParts {

    private static final Logger LOG = Logger.getLogger(RelayParts.class);

    @Produces
    @Singleton
    Resends resends() {
        return new Resends();
    }

    @Produces
    @Singleton
    Relay relay(
            OutboxLog log,
            EventSender sender,
            TopicMemory topic,
            DayDigests digests,
            Resends resends,
            UnnumberedEnvelopes envelopes,
            OutboxConfig config,
            Clock clock) {
        Heartbeats heartbeats = new Heartbeats(config.heartbeatEvery(), envelopes::of, clock, System::nanoTime);
        return new Relay(log, sender, topic, heartbeats, digests, resends, new Logged(), config.batch());
    }

    private static final class Logged implements Relay.Told {

        @Override
        public void epochBegins(int epoch, long keptSeq, String why) {
            LOG.errorf("epoch %d begins behind number %d of the former one: %s", epoch, keptSeq, why);
        }

        @Override
        public void sendsAgain(int epoch, long fromSeq) {
            LOG.infof("the centre lacks events; sending again from number %d of epoch %d", fromSeq, epoch);
        }

        @Override
        public void cannotSendAgain(int epoch, long fromSeq) {
            LOG.errorf(
                    "the centre lacks events from number %d of epoch %d on, which are no longer kept here; it is told so",
                    fromSeq, epoch);
        }
    }
}
