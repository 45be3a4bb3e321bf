package org.talon.central.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How long somebody who came now would have to wait: below 10 minutes, up to 20, up to 30, above.
 *
 * <p>Expected wait = visitors waiting × mean service time of today ÷ open workplaces that are not on a break: who rests
 * calls nobody, and when he will again is not known. While nobody has been served today, the longest wait of those in
 * the queue stands for it. Where visitors wait and no such workplace is there the end of the wait cannot be seen:
 * {@link #RED}. Of a silent branch nobody knows: {@link #UNKNOWN}.
 */
enum LoadLevel {
    @JsonProperty("Green")
    GREEN,
    @JsonProperty("Yellow")
    YELLOW,
    @JsonProperty("Orange")
    ORANGE,
    @JsonProperty("Red")
    RED,
    @JsonProperty("Unknown")
    UNKNOWN;

    private static final double MINUTE = 60;

    static LoadLevel of(BranchToday branch) {
        if (!branch.server().isConnected()) {
            return UNKNOWN;
        }
        if (branch.now().waiting() == 0) {
            return GREEN;
        }
        return branch.workingWorkPlaces() == 0 ? RED : ofExpectedWait(expectedWaitSeconds(branch) / MINUTE);
    }

    private static double expectedWaitSeconds(BranchToday branch) {
        long served = branch.tally().counts().serviceCount();
        if (served == 0) {
            Long longest = branch.now().longestCurrentWaitSeconds();
            return longest == null ? 0 : longest;
        }
        double meanService = (double) branch.tally().counts().serviceSumSeconds() / served;
        return branch.now().waiting() * meanService / branch.workingWorkPlaces();
    }

    static LoadLevel ofExpectedWait(double minutes) {
        if (minutes < 10) {
            return GREEN;
        }
        if (minutes <= 20) {
            return YELLOW;
        }
        return minutes <= 30 ? ORANGE : RED;
    }
}
