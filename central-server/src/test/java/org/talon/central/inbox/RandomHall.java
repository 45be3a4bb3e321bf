package org.talon.central.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talon.shared.event.BranchEvent;

/** A hall where, by chance, all happens that may; it tells its events and can say at any moment how things stand. */
public final class RandomHall {

    private final HallLedger ledger;
    private final List<Supplier<List<BranchEvent>>> happenings = new ArrayList<>();

    public RandomHall(Random random, Instant opens) {
        ledger = new HallLedger(random, opens);
        RandomVisitors visitors = new RandomVisitors(ledger);
        RandomDesks desks = new RandomDesks(ledger, visitors);
        often(8, visitors::takeATicket, desks::open, desks::invite, desks::start);
        often(4, visitors::book, visitors::come, desks::complete);
        often(2, visitors::wantMore, visitors::cancel, visitors::areInAHurry, visitors::confirm, visitors::stayAway);
        often(2, desks::recall, desks::reject, desks::hold, desks::redirect);
        often(1, desks::close, desks::rest, desks::goOn);
    }

    @SafeVarargs
    private void often(int weight, Supplier<List<BranchEvent>>... what) {
        IntStream.range(0, weight).forEach(i -> happenings.addAll(List.of(what)));
    }

    /** What happens next: at least so many events, in their order. */
    public List<BranchEvent> happens(int atLeast) {
        List<BranchEvent> events = new ArrayList<>();
        while (events.size() < atLeast) {
            ledger.now = ledger.now.plusSeconds(ledger.random.nextInt(30));
            events.addAll(
                    happenings.get(ledger.random.nextInt(happenings.size())).get());
        }
        return events;
    }

    public Instant now() {
        return ledger.now;
    }

    /** What happened up to now, by its names on the wire. */
    public Map<String, Long> sums() {
        return ledger.sums();
    }

    /** The same, and who is where at this moment. */
    public Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>(ledger.sums());
        figures.putAll(ledger.present());
        return figures;
    }

    Map<UUID, String> states() {
        return ledger.states();
    }

    Map<UUID, String> seats() {
        return ledger.seats();
    }

    /** Five seeds, or what {@code -Dtalon.seed} and {@code -Dtalon.seeds} say; a test's name shows its own. */
    public static Stream<Long> seeds() {
        long first = Long.getLong("talon.seed", System.nanoTime());
        return IntStream.range(0, Integer.getInteger("talon.seeds", 5)).mapToObj(i -> first + i);
    }
}
