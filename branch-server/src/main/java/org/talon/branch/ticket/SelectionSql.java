package org.talon.branch.ticket;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.UUID;
import org.talon.branch.catalogue.Selection;
import org.talon.branch.catalogue.Selection.Turn;

/**
 * The choice of the next visitor, as SQL. Who may be called to a desk: those who wait for what it serves and are not
 * meant for another desk or user, and, unless that is left to the operator, those held for it; none of them while the
 * visitor is at a workplace for another of his services. Their order: those who belong here, where they come first; then
 * bookings whose time has come; then by the desk's {@link Selection.Policy}. {@code NextVisitorRuleTest} holds it against
 * the same rule in plain Java.
 */
final class SelectionSql {

    private static final String MAY_BE_CALLED = """
            from ticket_product p join ticket t on t.id = p.ticket_id
            where p.ended_at is null and not t.at_work_place
              and (p.state = 'IN_QUEUE' and p.product_id = any (:products)
                       and (p.to_work_place_id is null or p.to_work_place_id = :place)
                       and (p.to_user_id is null or p.to_user_id = :user)
                   or p.state = 'HELD' and p.work_place_id = :place and :held)""";

    private static final String PRECEDENCE = """
            case when p.state = 'HELD' then :heldFirst
                 when p.to_work_place_id is not null or p.to_user_id is not null then :redirectedFirst
                 when p.booked_for <= :now and not p.late then 1
                 else 0 end desc""";

    private final Desk desk;
    private final Instant now;

    SelectionSql(Desk desk, Instant now) {
        this.desk = desk;
        this.now = now;
    }

    /** Who may be called, in the order in which they would be. */
    String candidates() {
        return MAY_BE_CALLED + " order by " + PRECEDENCE + ", " + order();
    }

    /** How many others may be called, and how many of them were due before the chosen one. */
    static String passedOver() {
        return "select count(*), count(*) filter (where p.due_at < :due) " + MAY_BE_CALLED + " and p.id <> :chosen";
    }

    static String count() {
        return "select count(*) " + MAY_BE_CALLED + " and p.state = 'IN_QUEUE'";
    }

    private String order() {
        return switch (desk.selection().policy()) {
            case PRIORITY -> "p.priority desc, p.due_at, p.id";
            case HEAD_START -> "p.due_at - p.priority * :worth * interval '1 minute', p.id";
            case TARGET_RATIO ->
                "cast(extract(epoch from (:now - p.due_at)) as float8) / p.target_seconds desc, p.priority desc, p.id";
        };
    }

    Query bindAll(Query query) {
        Selection selection = desk.selection();
        bindCandidates(query)
                .setParameter("now", now)
                .setParameter("heldFirst", selection.personal() == Turn.FIRST ? 2 : 0)
                .setParameter("redirectedFirst", selection.redirected() == Turn.FIRST ? 2 : 0);
        return selection.policy() == Selection.Policy.HEAD_START
                ? query.setParameter("worth", selection.minutesPerPriority())
                : query;
    }

    Query bindCandidates(Query query) {
        return query.setParameter("products", desk.productIds().toArray(UUID[]::new))
                .setParameter("place", desk.workPlaceId())
                .setParameter("user", desk.userId())
                .setParameter("held", desk.selection().personal() != Turn.BY_HAND);
    }
}
