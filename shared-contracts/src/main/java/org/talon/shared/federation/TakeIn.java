package org.talon.shared.federation;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.talon.shared.federation.Inbox.MovedMeanwhile;

/**
 * Takes messages in exactly once: within one transaction, everything that follows from the new ones and the positions of their
 * branches. A duplicate, a replay, a second consumer of the same messages changes nothing.
 */
public class TakeIn {

    private final Function<BranchPosition, BranchCursor> cursors;

    public TakeIn() {
        this(BranchCursor::new);
    }

    protected TakeIn(Function<BranchPosition, BranchCursor> cursors) {
        this.cursors = cursors;
    }

    /** @throws MovedMeanwhile where another consumer was first: to be rolled back and tried again */
    public <E extends Exception> Batch take(List<Message> messages, Inbox<E> inbox, Instant now)
            throws E, MovedMeanwhile {
        Batch batch = sort(messages, inbox);
        inbox.advance(batch.cursors(), now);
        inbox.write(batch.taken());
        for (BranchCursor cursor : batch.cursors()) {
            if (cursor.changesHistory()) {
                inbox.makeAnew(cursor.from().branchId());
            }
        }
        return batch;
    }

    protected final <E extends Exception> Batch sort(List<Message> messages, Inbox<E> inbox) throws E {
        Batch batch = new Batch(inbox.positionsOf(Batch.branchesOf(messages)), cursors);
        messages.forEach(batch::take);
        if (!batch.duplicates().isEmpty()) {
            batch.unlikeThoseTaken().forEach(batch::conflictsAt);
            inbox.unlikeThoseIn(batch.duplicates()).forEach(batch::conflictsAt);
        }
        return batch;
    }
}
