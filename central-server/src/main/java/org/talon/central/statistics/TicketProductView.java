package org.talon.central.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One service of a ticket; times are UTC. What only its branch knows (data fields, routes, how often the visitor was called) is not here.
 *
 * @param startTime when it began to wait, or the booked time where it does not yet
 */
record TicketProductView(
        UUID id,
        @Nullable String name,
        @Nullable Instant startTime,
        @JsonProperty("IsPending") boolean pending,
        TicketHead ticket,
        UUID productId,
        int state,
        String stateName,
        @Nullable Integer currentPriority,
        @Nullable Instant inQueueStartTime,
        @Nullable Instant invitedStartTime,
        @Nullable Instant operatingStartTime,
        @Nullable Instant completedEndTime,
        @Nullable NamedView workPlace,
        @Nullable NamedView user) {

    /** A workplace or a person. */
    record NamedView(UUID id, @Nullable String name) {

        static @Nullable NamedView of(String kind, @Nullable UUID id, Names names) {
            return id == null ? null : new NamedView(id, names.of(kind, id));
        }
    }
}
