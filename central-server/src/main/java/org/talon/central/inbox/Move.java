package org.talon.central.inbox;

import static org.talon.central.inbox.Standing.ACTIVE;
import static org.talon.central.inbox.Standing.BLOCKED;
import static org.talon.central.inbox.Standing.REMOVED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.talon.shared.http.DomainException;

/**
 * What head office can decide on a branch: the table of moves.
 *
 * <pre>
 * ACTIVE  -- block --> BLOCKED -- unblock --> ACTIVE
 * ACTIVE, BLOCKED -- remove --> REMOVED -- restore --> ACTIVE
 * </pre>
 */
public enum Move {
    BLOCK(BLOCKED),
    UNBLOCK(ACTIVE),
    REMOVE(REMOVED),
    RESTORE(ACTIVE);

    private static final Map<Move, Set<Standing>> FROM = Map.of(
            BLOCK, EnumSet.of(ACTIVE),
            UNBLOCK, EnumSet.of(BLOCKED),
            REMOVE, EnumSet.of(ACTIVE, BLOCKED),
            RESTORE, EnumSet.of(REMOVED));

    private final Standing to;

    Move(Standing to) {
        this.to = to;
    }

    Standing to() {
        return to;
    }

    Set<Standing> from() {
        return Objects.requireNonNull(FROM.get(this));
    }

    /** Who holds a branch back must say why. */
    public boolean needsReason() {
        return to != ACTIVE;
    }

    /** Why it cannot be made where the branch stands. */
    DomainException refusalAt(Standing found) {
        String code = needsReason()
                ? "already-" + lowerCase(found.word())
                : "not-" + lowerCase(from().iterator().next().word());
        String expected = from().stream().map(Standing::word).collect(Collectors.joining(" or "));
        return new DomainException(
                DomainException.Kind.CONFLICT,
                code,
                "the branch is " + found.word() + "; " + lowerCase(name()) + " expects one that is " + expected);
    }

    private static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
