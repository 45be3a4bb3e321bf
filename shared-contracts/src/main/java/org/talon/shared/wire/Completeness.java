package org.talon.shared.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the centre's figures of a branch can be trusted.
 *
 * @param completeTo every change that the branch had committed by then is in; null where that is not known
 * @param reason for a person; null where the state is {@link State#EXACT}
 */
public record Completeness(
        State state, @Nullable Instant completeTo, @Nullable String reason) {

    /** What the centre knows of a branch. */
    public enum State {
        /** All that the branch had when it last spoke is in. */
        @JsonProperty("Exact")
        EXACT,
        /** The branch has told of changes that are not in yet. */
        @JsonProperty("Behind")
        BEHIND,
        /** Something is missing or unreadable and will not come by itself. */
        @JsonProperty("Divergent")
        DIVERGENT,
        /** The branch has not spoken for longer than the limit. */
        @JsonProperty("Silent")
        SILENT,
        /** Head office has blocked the branch: what it tells waits, and is taken in once it is unblocked. */
        @JsonProperty("Blocked")
        BLOCKED
    }
}
