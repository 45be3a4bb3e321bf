package org.talon.central.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a branch is in the network. Only of an active one anything is taken in. */
public enum Standing {
    @JsonProperty("Active")
    ACTIVE("Active"),
    /** It is shown, and what it tells waits. */
    @JsonProperty("Blocked")
    BLOCKED("Blocked"),
    /** It is shown no more, and what it tells waits; its history counts. */
    @JsonProperty("Removed")
    REMOVED("Removed");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    static Standing of(String word) {
        for (Standing standing : values()) {
            if (standing.word.equals(word)) {
                return standing;
            }
        }
        throw new IllegalArgumentException("no branch can be " + word);
    }

    /** As it stands in the tables. */
    String word() {
        return word;
    }
}
