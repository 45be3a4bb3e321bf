package org.talon.branch.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * What is to be sent again, because the centre lacks it: from a number on, all that Kafka once had. Who asks again for what
 * is under way is not heard twice.
 */
@ApplicationScoped
class Resends {

    private static final Logger LOG = Logger.getLogger(Resends.class);
    private static final long NOTHING = 0;

    private int epoch;
    private long begun = NOTHING;
    private long next = NOTHING;

    synchronized void ask(int itsEpoch, long fromSeq) {
        boolean underWay = next != NOTHING && itsEpoch == epoch && fromSeq >= begun;
        if (!underWay) {
            epoch = itsEpoch;
            begun = fromSeq;
            next = fromSeq;
        }
    }

    /** The number to go on with; empty where nothing is asked for that Kafka once had. */
    synchronized OptionalLong next(OutboxLog.State sent) {
        if (next == NOTHING) {
            return OptionalLong.empty();
        }
        if (epoch < sent.epoch()) {
            // The centre has heard nothing of this epoch yet.
            ask(sent.epoch(), 1);
        }
        if (epoch > sent.epoch() || next > sent.acknowledgedSeq()) {
            next = NOTHING;
            return OptionalLong.empty();
        }
        if (next == begun) {
            LOG.infof("the centre lacks events; sending again from number %d of epoch %d", next, epoch);
        }
        return OptionalLong.of(next);
    }

    synchronized void sentTo(long seq) {
        next = seq + 1;
    }
}
