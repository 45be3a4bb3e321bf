package org.talon.simulation;

import java.time.Instant;
import java.util.List;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.federation.Batch;
import org.talon.shared.federation.BranchCursor;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.Inbox;
import org.talon.shared.federation.Inbox.MovedMeanwhile;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.federation.Message.Place;
import org.talon.shared.federation.TakeIn;

/** The production's way of taking in, but for the flaw that is planted. */
final class FlawedTakeIn extends TakeIn {

    private final World world;

    FlawedTakeIn(World world) {
        super(position -> new Cursor(world, position));
        this.world = world;
    }

    @Override
    public <E extends Exception> Batch take(List<Message> messages, Inbox<E> inbox, Instant now)
            throws E, MovedMeanwhile {
        boolean positionFirst = world.has(Flaw.POSITION_BEFORE_DATA);
        if (!positionFirst && !world.has(Flaw.DATA_BEFORE_POSITION)) {
            return super.take(messages, inbox, now);
        }
        Batch batch = sort(messages, inbox);
        if (positionFirst) {
            inbox.advance(batch.cursors(), now);
        } else {
            inbox.write(batch.taken());
        }
        ((CentreDatabase.Transaction) inbox).commit();
        if (positionFirst) {
            inbox.write(batch.taken());
        } else {
            inbox.advance(batch.cursors(), now);
        }
        return batch;
    }

    /** The production's cursor, but for the flaw that is planted. */
    private static final class Cursor extends BranchCursor {

        private final World world;

        Cursor(World world, BranchPosition from) {
            super(from);
            this.world = world;
        }

        @Override
        protected Verdict take(Fact fact) {
            boolean anyEpoch = world.has(Flaw.TAKES_ANY_EPOCH) && fact.event() instanceof EpochBegan;
            if (anyEpoch && fact.epoch() > epoch()) {
                return next(fact.epoch(), fact.seq(), fact.source().offset());
            }
            return super.take(fact);
        }

        @Override
        protected Verdict take(Place place, long offset) {
            Place seen = world.has(Flaw.IGNORES_EPOCHS) ? new Place(epoch(), place.seq()) : place;
            boolean before = seen.epoch() == epoch() && seen.seq() < nextSeq();
            boolean behind = seen.epoch() == epoch() && seen.seq() > nextSeq();
            if (before && world.has(Flaw.STEPS_BACK_ON_DUPLICATES)) {
                next(epoch(), seen.seq(), offset);
                return Verdict.DUPLICATE;
            }
            if ((before && world.has(Flaw.TAKES_DUPLICATES)) || (behind && world.has(Flaw.JUMPS_GAPS))) {
                return next(epoch(), seen.seq(), offset);
            }
            return super.take(seen, offset);
        }
    }
}
