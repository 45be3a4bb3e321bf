package org.talon.branch.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * Keeps the answer to a call in the transaction that carries the call out: both are committed, or neither is. Kept for 24
 * hours by the branch's clock.
 */
@ApplicationScoped
class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    /**
     * Takes the key, where it is new or its time is over. Who comes second waits here, with nothing else in his hands,
     * until the first has committed or failed.
     */
    private static final String CLAIM = """
            insert into idempotency_key as k (key_digest, call_digest, created_at)
            values (:key, :call, :now)
            on conflict on constraint idempotency_key_pk do update
            set call_digest = excluded.call_digest, created_at = excluded.created_at, status = null, body = null
            where k.created_at < :oldest""";

    private static final String KEEP =
            "update idempotency_key set status = :status, body = :body where key_digest = :key";

    private static final String FORMER =
            "select call_digest, status, body from idempotency_key where key_digest = :key";

    private static final String FORGET = "delete from idempotency_key where created_at < :oldest";

    private final EntityManager database;
    private final Clock clock;

    KeptAnswers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The answer that was given before; else the one that {@code first} gives now, kept with all that it changed. */
    @Transactional(rollbackOn = Exception.class)
    KeptAnswer answer(KeyedCall call, Callable<KeptAnswer> first) throws Exception {
        if (!claim(call)) {
            return former(call);
        }
        KeptAnswer answer = first.call();
        keep(call, answer);
        return answer;
    }

    /** Answers hold what visitors told of themselves: they go when their time is over, also where nobody calls. */
    @Scheduled(every = "5m")
    @Transactional
    void forget() {
        database.createNativeQuery(FORGET).setParameter("oldest", oldest()).executeUpdate();
    }

    private boolean claim(KeyedCall call) {
        return database.createNativeQuery(CLAIM)
                        .setParameter("key", call.key())
                        .setParameter("call", call.content())
                        .setParameter("now", clock.instant())
                        .setParameter("oldest", oldest())
                        .executeUpdate()
                == 1;
    }

    private void keep(KeyedCall call, KeptAnswer answer) {
        database.createNativeQuery(KEEP)
                .setParameter("status", answer.status())
                .setParameter("body", answer.body())
                .setParameter("key", call.key())
                .executeUpdate();
    }

    private KeptAnswer former(KeyedCall call) {
        Object[] row = (Object[]) database.createNativeQuery(FORMER)
                .setParameter("key", call.key())
                .getSingleResult();
        if (!call.content().equals(row[0])) {
            throw new KeyReused();
        }
        return new KeptAnswer(((Number) row[1]).intValue(), (String) row[2], true);
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
