package org.talon.branch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/**
 * Under {@code head-start} and {@code target-ratio} everybody has his turn: for each visitor there is a moment, known when
 * he comes, after which nobody who comes later goes before him. Shown on random queues that one desk serves.
 */
class NoStarvationTest {

    private static final int QUEUES = 200;
    private static final int VISITORS = 120;
    private static final int HIGHEST_PRIORITY = 100;
    private static final int WORTH_SECONDS = 60;
    private static final int[] TARGETS = {300, 600, 900, 3600};

    private record Visitor(int n, double due, int priority, int target) {}

    /** Smaller is earlier, at a moment. */
    private static final ToDoubleBiFunction<Visitor, Double> HEAD_START =
            (v, now) -> v.due - v.priority * WORTH_SECONDS;

    private static final ToDoubleBiFunction<Visitor, Double> TARGET_RATIO = (v, now) -> -(now - v.due) / v.target;

    @Test
    void a_head_start_is_used_up_some_day() {
        forRandomQueues((random, visitors) -> {
            var called = calledBy(HEAD_START, visitors, random);
            for (int turn = 0; turn < called.size(); turn++) {
                Visitor chosen = called.get(turn);
                for (Visitor passedOver : called.subList(turn + 1, called.size())) {
                    double last = passedOver.due + (HIGHEST_PRIORITY - passedOver.priority) * WORTH_SECONDS;
                    assertThat(chosen.due <= last || passedOver.due >= chosen.due)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void whoever_waits_long_for_his_target_is_passed_only_by_those_who_wait_longer_for_theirs() {
        forRandomQueues((random, visitors) -> {
            List<Double> moments = new ArrayList<>();
            var called = calledBy(TARGET_RATIO, visitors, random, moments);
            double shortest = TARGETS[0];
            for (int turn = 0; turn < called.size(); turn++) {
                Visitor chosen = called.get(turn);
                double now = moments.get(turn);
                for (Visitor passedOver : called.subList(turn + 1, called.size())) {
                    // Who came later must have waited at least this share of the other's wait.
                    double least = (now - passedOver.due) * shortest / passedOver.target;
                    assertThat(passedOver.due > chosen.due || now - chosen.due >= least - 1e-6)
                            .isTrue();
                }
            }
        });
    }

    private interface Check {
        void holds(Random random, List<Visitor> visitors);
    }

    private static void forRandomQueues(Check check) {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int q = 0; q < QUEUES; q++) {
            List<Visitor> visitors = new ArrayList<>();
            double at = 0;
            for (int n = 0; n < VISITORS; n++) {
                at += -Math.log(1 - random.nextDouble()) * 60;
                visitors.add(new Visitor(
                        n,
                        at,
                        random.nextInt(2 * HIGHEST_PRIORITY + 1) - HIGHEST_PRIORITY,
                        TARGETS[random.nextInt(4)]));
            }
            check.holds(random, visitors);
        }
    }

    private static List<Visitor> calledBy(
            ToDoubleBiFunction<Visitor, Double> order, List<Visitor> visitors, Random random) {
        return calledBy(order, visitors, random, new ArrayList<>());
    }

    /** One desk calls until nobody is left; everybody is called once. */
    private static List<Visitor> calledBy(
            ToDoubleBiFunction<Visitor, Double> order, List<Visitor> visitors, Random random, List<Double> moments) {
        List<Visitor> coming = new ArrayList<>(visitors);
        List<Visitor> called = new ArrayList<>();
        double now = 0;
        while (called.size() < visitors.size()) {
            double moment = now;
            var next = coming.stream()
                    .filter(v -> v.due <= moment)
                    .min(Comparator.comparingDouble((Visitor v) -> order.applyAsDouble(v, moment))
                            .thenComparing(Visitor::n));
            if (next.isPresent()) {
                coming.remove(next.get());
                called.add(next.get());
                moments.add(now);
                now += -Math.log(1 - random.nextDouble()) * 55;
            } else {
                now = coming.getFirst().due;
            }
        }
        return called;
    }
}
