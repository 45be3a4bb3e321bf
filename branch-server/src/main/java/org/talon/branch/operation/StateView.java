package org.talon.branch.operation;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.UserView;
import org.talon.branch.catalogue.WorkPlaceView;
import org.talon.branch.ticket.TicketProductView;

/** What an operator's screen shows of his workplace. */
record StateView(
        int state,
        String stateName,
        WorkPlaceView workPlace,
        @Nullable UserView user,
        @Nullable TicketProductView ticketProduct,
        @Nullable LocalDateTime breakStartTime,
        long queueCount,
        long personalCount) {}
