package org.talon.shared.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talon.shared.SeededRandom;
import org.talon.shared.figures.Tally.Counts;

class TallyTest {

    /** Something that happened; {@code seconds} of waiting or of service. */
    private record Happening(String what, long seconds, boolean inTarget) {
        Tally addTo(Tally tally) {
            return switch (what) {
                case "issue" -> tally.issue();
                case "call" -> tally.call(seconds, inTarget);
                case "complete" -> tally.complete(seconds);
                case "redirect" -> tally.redirect(seconds);
                case "redirect unserved" -> tally.redirect(null);
                case "expire" -> tally.expire();
                case "reject" -> tally.reject();
                default -> tally.cancel();
            };
        }
    }

    @Test
    void a_tally_is_what_a_plain_computation_says() {
        List<Happening> all = happenings(SeededRandom.printed(), 5_000);

        Tally tally = tallyOf(all);

        List<Long> waits = secondsOf(all, "call");
        List<Long> services = Stream.of("complete", "redirect")
                .flatMap(what -> secondsOf(all, what).stream())
                .toList();
        assertThat(tally.counts())
                .isEqualTo(new Counts(
                        count(all, "issue"),
                        count(all, "complete"),
                        count(all, "reject"),
                        count(all, "cancel"),
                        count(all, "redirect") + count(all, "redirect unserved"),
                        count(all, "expire"),
                        waits.stream().mapToLong(Long::longValue).sum(),
                        waits.size(),
                        Collections.max(waits),
                        all.stream()
                                .filter(h -> h.what.equals("call") && h.inTarget)
                                .count(),
                        services.stream().mapToLong(Long::longValue).sum(),
                        services.size()));
        assertThat(tally.waitBuckets())
                .isEqualTo(waits.stream().collect(Collectors.groupingBy(WaitBuckets::of, Collectors.counting())));
    }

    @Test
    void the_order_of_addition_does_not_matter() {
        Random random = SeededRandom.printed();
        for (int i = 0; i < 200; i++) {
            List<Happening> one = happenings(random, random.nextInt(50));
            List<Happening> other = happenings(random, random.nextInt(50));

            same(tallyOf(one).add(tallyOf(other)), tallyOf(other).add(tallyOf(one)));
        }
    }

    @Test
    void the_grouping_of_additions_does_not_matter() {
        Random random = SeededRandom.printed();
        for (int i = 0; i < 200; i++) {
            List<Happening> a = happenings(random, random.nextInt(50));
            List<Happening> b = happenings(random, random.nextInt(50));
            List<Happening> c = happenings(random, random.nextInt(50));

            same(
                    tallyOf(a).add(tallyOf(b)).add(tallyOf(c)),
                    tallyOf(a).add(tallyOf(b).add(tallyOf(c))));
        }
    }

    @Test
    void branches_add_up_to_the_network() {
        Random random = SeededRandom.printed();
        List<Happening> all = happenings(random, 5_000);
        List<List<Happening>> branches =
                Stream.generate(ArrayList<Happening>::new).limit(7).collect(Collectors.toCollection(ArrayList::new));
        all.forEach(h -> branches.get(random.nextInt(branches.size())).add(h));
        Collections.shuffle(branches, random);

        Tally network = new Tally();
        branches.forEach(branch -> network.add(tallyOf(branch)));

        same(network, tallyOf(all));
    }

    @Test
    void nothing_added_changes_nothing() {
        List<Happening> some = happenings(SeededRandom.printed(), 100);

        same(tallyOf(some).add(new Tally()), tallyOf(some));
        same(new Tally().add(tallyOf(some)), tallyOf(some));
    }

    @Test
    void what_is_added_stays_as_it_was() {
        Tally added = new Tally().issue().call(300, true);

        new Tally().add(added).call(300, true);

        same(added, new Tally().issue().call(300, true));
    }

    @Test
    void a_tally_stored_in_rows_is_the_same_when_read_back() {
        Tally original = tallyOf(happenings(SeededRandom.printed(), 1_000));

        Tally readBack = new Tally().addStored(original.counts());
        original.waitBuckets().forEach(readBack::addBucket);

        same(readBack, original);
    }

    @Test
    void percentiles_are_within_one_percent_of_the_nearest_rank() {
        Random random = SeededRandom.printed();
        for (int i = 0; i < 300; i++) {
            List<Long> waits = Stream.generate(() -> anyWait(random))
                    .limit(random.nextInt(1, 400))
                    .sorted()
                    .toList();
            Tally tally = new Tally();
            waits.forEach(wait -> tally.call(wait, true));

            for (String share : List.of("0.5", "0.9", "0.99", "1")) {
                long exact = nearestRank(waits, new BigDecimal(share));
                assertThat(Math.abs(tally.waitPercentile(Double.parseDouble(share)) - exact))
                        .as("percentile %s of %s", share, waits)
                        .isLessThanOrEqualTo(exact / 100);
            }
        }
    }

    @Test
    void percentiles_of_many_branches_come_from_all_their_waits() {
        // Given a branch of ninety short waits and one of ten long ones
        Tally quick = new Tally();
        Tally slow = new Tally();
        for (int i = 0; i < 90; i++) {
            quick.call(10, true);
        }
        for (int i = 0; i < 10; i++) {
            slow.call(200, true);
        }
        // Then the network's are no mean of theirs
        Tally network = new Tally().add(quick).add(slow);
        assertThat(network.waitPercentile(0.9)).isEqualTo(10);
        assertThat(network.waitPercentile(0.91)).isEqualTo(200);
    }

    @Test
    void a_percentile_is_never_above_the_longest_wait() {
        assertThat(new Tally().call(1_024, false).waitPercentile(0.9)).isEqualTo(1_024);
    }

    @Test
    void nobody_called_has_no_percentile() {
        assertThat(new Tally().issue().cancel().waitPercentile(0.5)).isNull();
    }

    private static long nearestRank(List<Long> sorted, BigDecimal share) {
        int rank = share.multiply(BigDecimal.valueOf(sorted.size()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return sorted.get(rank - 1);
    }

    private static List<Happening> happenings(Random random, int count) {
        List<String> kinds =
                List.of("issue", "call", "complete", "redirect", "redirect unserved", "reject", "cancel", "expire");
        return Stream.generate(() ->
                        new Happening(kinds.get(random.nextInt(kinds.size())), anyWait(random), random.nextBoolean()))
                .limit(count)
                .toList();
    }

    private static long anyWait(Random random) {
        return random.nextLong(1L << random.nextInt(1, 18));
    }

    private static Tally tallyOf(List<Happening> happenings) {
        Tally tally = new Tally();
        happenings.forEach(happening -> happening.addTo(tally));
        return tally;
    }

    private static long count(List<Happening> all, String what) {
        return all.stream().filter(h -> h.what.equals(what)).count();
    }

    private static List<Long> secondsOf(List<Happening> all, String what) {
        return all.stream()
                .filter(h -> h.what.equals(what))
                .map(Happening::seconds)
                .toList();
    }

    private static void same(Tally one, Tally other) {
        for (Function<Tally, Object> part : List.<Function<Tally, Object>>of(Tally::counts, Tally::waitBuckets)) {
            assertThat(part.apply(one)).isEqualTo(part.apply(other));
        }
    }
}
