package org.talon.branch.ticket;

import java.time.Duration;
import java.time.Instant;
import org.talon.branch.catalogue.Selection.Turn;

/**
 * Why this visitor and no other was called.
 *
 * @param rule {@code priority}, {@code head-start}, {@code target-ratio}, or {@code by-hand} where the operator chose
 * @param precedence what let him go before the rule was asked: {@code Personal}, {@code Redirected}, {@code Booked}, or
 *     {@code None}
 * @param waitedSeconds whole seconds since his wait began to count
 * @param waiting how many others could have been called
 * @param passedOver how many of them were due before him
 */
public record SelectionReason(
        String rule,
        String precedence,
        int priority,
        long waitedSeconds,
        int targetWaitMinutes,
        long waiting,
        long passedOver) {

    static SelectionReason of(TicketProduct chosen, Desk desk, Instant now, long waiting, long passedOver) {
        return of(
                desk.selection().policy().wireName(), precedence(chosen, desk, now), chosen, now, waiting, passedOver);
    }

    static SelectionReason byHand(TicketProduct chosen, Instant now, long waiting, long passedOver) {
        return of("by-hand", "None", chosen, now, waiting, passedOver);
    }

    private static SelectionReason of(
            String rule, String precedence, TicketProduct chosen, Instant now, long waiting, long passedOver) {
        return new SelectionReason(
                rule,
                precedence,
                chosen.priority(),
                Math.max(0, Duration.between(chosen.waitingSince(), now).toSeconds()),
                chosen.targetSeconds() / 60,
                waiting,
                passedOver);
    }

    /** What lets a visitor go before the others at a desk, see {@link SelectionSql}. */
    private static String precedence(TicketProduct chosen, Desk desk, Instant now) {
        if (chosen.state() == TicketProductState.HELD) {
            return desk.selection().personal() == Turn.FIRST ? "Personal" : "None";
        }
        if (chosen.aim().toWorkPlaceId() != null || chosen.aim().toUserId() != null) {
            return desk.selection().redirected() == Turn.FIRST ? "Redirected" : "None";
        }
        return chosen.isBookedUntil(now) ? "Booked" : "None";
    }
}
