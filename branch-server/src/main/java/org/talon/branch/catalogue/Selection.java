package org.talon.branch.catalogue;

/**
 * How a workplace chooses its next visitor.
 *
 * @param minutesPerPriority what one point of priority is worth; for {@link Policy#HEAD_START} alone
 * @param personal when those held for this workplace are called
 * @param redirected when those sent to this workplace or user are called; never {@link Turn#BY_HAND}
 */
public record Selection(Policy policy, int minutesPerPriority, Turn personal, Turn redirected) {

    public static final Selection USUAL = new Selection(Policy.PRIORITY, 1, Turn.WAITING, Turn.FIRST);

    /** The order among those who wait alike. */
    public enum Policy {
        /** Higher priority first, then who is due earlier. */
        PRIORITY("priority"),
        /** Who would have waited longest, had each point of priority been so many minutes. */
        HEAD_START("head-start"),
        /** Whose wait is the largest part of his service's target. */
        TARGET_RATIO("target-ratio");

        private final String wireName;

        Policy(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** When a visitor who belongs to a workplace has his turn. */
    public enum Turn {
        /** Before all others. */
        FIRST,
        /** Like everybody else, by how long he has waited. */
        WAITING,
        /** Only when the operator picks him. */
        BY_HAND
    }
}
