package org.talon.branch.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchTest;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.DomainException.Kind;
import org.talon.shared.http.Parameters;
import org.talon.shared.time.Ids;

@BranchTest
class OnceOnlyTest {

    private static final int ROUNDS = 20;
    private static final int SENDERS = 8;
    private static final KeptAnswer DONE = KeptAnswer.first(200, "{\"Done\":true}");

    @Inject
    BranchFixture branch;

    @Inject
    OnceOnly onceOnly;

    @Inject
    KeptAnswers answers;

    @Inject
    EntityManager database;

    @Inject
    Ids ids;

    private final AtomicInteger carriedOut = new AtomicInteger();
    private KeyedCall call;
    private LocalDate day;

    @BeforeEach
    void a_new_key() {
        call = KeyedCall.of("somebody", ids.next().toString(), "some/call", Parameters.none());
        day = branch.newDayAt("09:00");
    }

    @Test
    void a_second_time_the_first_answer_is_given() throws Exception {
        assertThat(answer(() -> DONE)).isEqualTo(DONE);

        assertThat(answer(() -> KeptAnswer.first(200, "other"))).isEqualTo(new KeptAnswer(200, DONE.body(), true));
        assertThat(carriedOut).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "CONFLICT", "REFUSED"})
    void what_the_state_or_a_rule_refused_stays_refused(Kind kind) throws Exception {
        KeptAnswer refusal = answer(() -> refuse(kind));

        assertThat(answer(() -> DONE)).isEqualTo(new KeptAnswer(refusal.status(), refusal.body(), true));
        assertThat(carriedOut).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN", "CONFLICT", "REFUSED"})
    void any_other_refusal_is_not_kept(Kind kind) throws Exception {
        assertThatThrownBy(() -> answer(() -> refuse(kind))).isInstanceOf(DomainException.class);

        assertThat(answer(() -> DONE)).isEqualTo(DONE);
    }

    @Test
    void what_fails_is_not_kept_and_nothing_of_it_stays() {
        // Given: a change that the database refuses after half of it
        assertThatThrownBy(() -> answer(() -> {
                    count();
                    database.createNativeQuery("insert into product (id, name) select id, name from product")
                            .executeUpdate();
                    return DONE;
                }))
                .hasStackTraceContaining("product_pk");
        // Then
        assertThat(counted()).isZero();
        assertThat(isKept()).isFalse();
    }

    @Test
    void every_sender_gets_one_answer_and_it_tells_the_truth_however_they_meet() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            a_new_key();
            List<Callable<KeptAnswer>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                boolean refused = random.nextBoolean();
                String body = "answer " + sender;
                senders.add(() -> answer(() -> {
                    count();
                    return refused ? refuse(Kind.CONFLICT) : KeptAnswer.first(200, body);
                }));
            }
            List<KeptAnswer> given = allAtOnce(senders);
            assertThat(given)
                    .as("seed " + seed + ", round " + round)
                    .extracting(KeptAnswer::status, KeptAnswer::body)
                    .containsOnly(
                            tuple(given.getFirst().status(), given.getFirst().body()));
            assertThat(given).filteredOn(answer -> !answer.repeated()).hasSize(1);
            assertThat(counted()).isEqualTo(given.getFirst().status() == 200 ? 1 : 0);
        }
    }

    @Test
    void answers_are_forgotten_after_24_hours_and_no_sooner() throws Exception {
        answer(() -> DONE);

        branch.passes(24 * 3600);
        answers.forget();
        assertThat(isKept()).isTrue();

        branch.passes(1);
        answers.forget();
        assertThat(isKept()).isFalse();
    }

    private KeptAnswer answer(Callable<KeptAnswer> change) throws Exception {
        return onceOnly.answer(
                call,
                () -> {
                    carriedOut.incrementAndGet();
                    return change.call();
                },
                refusal -> KeptAnswer.first(409, refusal.code()));
    }

    private static KeptAnswer refuse(Kind kind) {
        throw new DomainException(kind, "for-test", "the test wants it so");
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var hands = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> done : hands.invokeAll(work)) {
                results.add(done.get());
            }
        }
        return results;
    }

    /** A change that can be counted: a counter of numbers that no ticket has. */
    private void count() {
        database.createNativeQuery("insert into ticket_number as n (business_date, prefix, last_number)"
                        + " values (:date, 'ZZZ', 1)"
                        + " on conflict on constraint ticket_number_pk do update set last_number = n.last_number + 1")
                .setParameter("date", day)
                .executeUpdate();
    }

    private long counted() {
        return number("select coalesce(sum(last_number), 0) from ticket_number where business_date = :p", day);
    }

    private boolean isKept() {
        return number("select count(*) from idempotency_key where key_digest = :p", call.key()) == 1;
    }

    private long number(String query, Object parameter) {
        return ((Number) database.createNativeQuery(query)
                        .setParameter("p", parameter)
                        .getSingleResult())
                .longValue();
    }
}
