package org.talon.branch.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.ProductView;
import org.talon.branch.catalogue.UserView;
import org.talon.branch.catalogue.WorkPlaceView;

/** One service of a ticket on the wire; times are the branch's wall clock. */
public record TicketProductView(
        UUID id,
        String name,
        LocalDateTime created,
        LocalDateTime startTime,
        @JsonProperty("IsPending") boolean pending,
        TicketHeadView ticket,
        ProductView product,
        UUID productId,
        @Nullable UUID chain,
        int state,
        String stateName,
        int currentPriority,
        List<DataField> ticketProductDataFields,
        @Nullable LocalDateTime inQueueStartTime,
        @Nullable LocalDateTime activatedStartTime,
        @Nullable LocalDateTime invitedStartTime,
        @Nullable LocalDateTime operatingStartTime,
        @Nullable LocalDateTime completedEndTime,
        @Nullable WorkPlaceView workPlace,
        @Nullable UserView user,
        @Nullable Integer position,
        int calls) {}
