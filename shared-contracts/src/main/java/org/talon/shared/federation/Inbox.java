package org.talon.shared.federation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.federation.Message.Fact;

/**
 * The centre's tables within one transaction of them: all of it comes to pass or nothing does.
 *
 * @param <E> how the tables fail
 */
public interface Inbox<E extends Exception> {

    /** Another consumer, or an earlier life of this one, was first: what was read of the positions no longer holds. */
    final class MovedMeanwhile extends Exception {
        public MovedMeanwhile() {
            super("the position of a branch was moved by another consumer");
        }
    }

    /** The positions of these branches; a branch never heard of begins at {@link BranchPosition#first}. */
    Collection<BranchPosition> positionsOf(Set<UUID> branches) throws E;

    /** Those of these events under whose numbers another event is in. What is no longer kept is not compared. */
    List<Fact> unlikeThoseIn(List<Fact> duplicates) throws E;

    /**
     * Claims what the cursors have passed, where the positions still are what they were read to be. Whoever is second waits
     * for the first one's end and then learns that there is nothing left for him.
     */
    void advance(Collection<BranchCursor> cursors, Instant now) throws E, MovedMeanwhile;

    /** Everything that follows from what is new. */
    void write(List<Message> taken) throws E;

    /** Makes everything anew that follows from a branch's events: other ones than before are its history. */
    void makeAnew(UUID branchId) throws E;
}
