package org.talon.branch.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Forgets a little at a time, and in one process at a time: an advisory lock that ends with the transaction. */
@ApplicationScoped
class ForgetSome {

    private static final String OUR_TURN = "select pg_try_advisory_xact_lock(hashtext('talon.retention'))";

    private final EntityManager database;
    private final RetentionConfig config;

    ForgetSome(EntityManager database, RetentionConfig config) {
        this.database = database;
        this.config = config;
    }

    /** @return how many; 0 where nothing is left, or another process is at it */
    @Transactional
    int of(PersonalData data, LocalDate before) {
        boolean ours =
                (Boolean) database.createNativeQuery(OUR_TURN, Boolean.class).getSingleResult();
        return ours ? data.forgetSome(before, config.batch()) : 0;
    }
}
