package org.talon.branch.survey;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.retention.PersonalData;

/** Forgets what visitors typed. What they chose stays. */
@ApplicationScoped
class ForgetAnswers implements PersonalData {

    private static final String FORGET = """
            update survey_answer set text = null
            where (run_id, place) in (
                select run_id, place from survey_answer where text is not null and answered_at < :before limit :most)""";

    private final EntityManager database;
    private final BranchCalendar calendar;

    ForgetAnswers(EntityManager database, BranchCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public String what() {
        return "survey answers";
    }

    @Override
    @Transactional(MANDATORY)
    public int forgetSome(LocalDate before, int most) {
        return database.createNativeQuery(FORGET)
                .setParameter("before", calendar.startOf(before))
                .setParameter("most", most)
                .executeUpdate();
    }
}
