package org.talon.branch.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workplace on the wire; the state is null where it is not of the moment, as in a ticket long closed. */
public record WorkPlaceView(
        UUID id,
        String name,
        @Nullable Integer number,
        @Nullable String clientId,
        @Nullable Integer state,
        @Nullable String stateName) {

    public WorkPlaceView in(int newState, String newStateName) {
        return new WorkPlaceView(id, name, number, clientId, newState, newStateName);
    }
}
