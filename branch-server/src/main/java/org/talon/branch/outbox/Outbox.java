package org.talon.branch.outbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.EventCodec;
import org.talon.shared.time.Ids;

/** Appends events so that each is sent if, and only if, the change that it tells of is committed. */
@ApplicationScoped
public class Outbox {

    private final EntityManager database;
    private final BranchCalendar calendar;
    private final EventCodec codec;
    private final Ids ids;

    Outbox(EntityManager database, BranchCalendar calendar, EventCodec codec, Ids ids) {
        this.database = database;
        this.calendar = calendar;
        this.codec = codec;
        this.ids = ids;
    }

    @Transactional(MANDATORY)
    public void append(BranchEvent event) {
        database.createNativeQuery(
                        "insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)"
                                + " values (:id, :type, :version, :at, :date, :hour, cast(:data as json))")
                .setParameter("id", ids.next())
                .setParameter("type", EventCodec.typeOf(event))
                .setParameter("version", EventCodec.VERSION)
                .setParameter("at", event.at())
                .setParameter("date", calendar.dateOf(event.at()))
                .setParameter("hour", calendar.hourOf(event.at()))
                .setParameter("data", codec.data(event).toString())
                .executeUpdate();
    }
}
