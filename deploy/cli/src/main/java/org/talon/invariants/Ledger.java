package org.talon.invariants;

import java.util.List;
import org.talon.invariants.HallDatabase.Happened;
import org.talon.report.Finding;

/** Goes through all that happened, as the database kept it, and counts what must not have. */
final class Ledger {
    private final HallDatabase database;

    Ledger(HallDatabase database) {
        this.database = database;
    }

    List<Finding> check(HallRush.Figures told, Killer killer) {
        List<Happened> events = database.events();
        Places places = new Places();
        events.forEach(places::take);
        CallOrder order = CallOrder.of(events, killer.kills());
        String calls = order.calls() + " calls";
        return List.of(
                Finding.same("processes killed with -9", killer.kills().size(), killer.wanted()),
                Finding.none("visitors at two desks", places.visitorsAtTwoDesks(), calls),
                Finding.none("desks with two visitors", places.desksWithTwoVisitors(), calls),
                Finding.none("moves that are none", places.impossible(), events.size() + " events"),
                Finding.none(
                        "services of tickets that are not over",
                        database.number("select count(*) from ticket_product"
                                + " where ended_at is null and booked_for is null"),
                        "" + database.number("select count(*) from ticket_product")),
                Finding.same(
                        "calls that the database has, as many as desks were told of",
                        order.calls() - places.recalls(),
                        told.invites()),
                Finding.same(
                        "tickets in the database, as many as kiosks were told of",
                        database.number("select count(*) from ticket where booked_by is null"),
                        told.tickets()),
                Finding.none("numbers missing or given twice", database.number("""
                                select coalesce(sum(abs(c.last_number - t.given) + abs(t.given - t.different)), 0)
                                from ticket_number c join (
                                    select business_date, prefix, count(*) as given, count(distinct number) as different
                                    from ticket group by business_date, prefix) t using (business_date, prefix)"""), told.tickets() + " tickets"),
                Finding.none(
                        "called out of order within service and priority",
                        order.outOfOrder(),
                        order.compared() + " calls"));
    }
}
