package org.talon.branch.ticket;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.talon.branch.retention.PersonalData;

/** Forgets who came: PIN, whoever booked, and what he said of himself. When he came, waited and was served stays. */
@ApplicationScoped
class ForgetVisitors implements PersonalData {

    private static final String FORGET = """
            with old as (
                select id from ticket
                where business_date < :before and closed_at is not null and pin_code <> ''
                limit :most for update skip locked),
            services as (
                update ticket_product p set data_fields = null from old
                where p.ticket_id = old.id and p.data_fields is not null)
            update ticket t set pin_code = '', booked_by = null from old where t.id = old.id""";

    private final EntityManager database;

    ForgetVisitors(EntityManager database) {
        this.database = database;
    }

    @Override
    public String what() {
        return "tickets";
    }

    @Override
    @Transactional(MANDATORY)
    public int forgetSome(LocalDate before, int most) {
        return database.createNativeQuery(FORGET)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }
}
