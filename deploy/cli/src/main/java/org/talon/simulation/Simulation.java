package org.talon.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.ResendRequest;

/** One run: five branches and two processes of the centre under a weather of their own, all of it told by the seed. */
final class Simulation {

    private static final int BRANCHES = 5;
    private static final int STEPS = 450;
    private static final int ROUNDS_TO_REST = 400;

    /**
     * What became of a run.
     *
     * @param violation what did not hold; null where all did
     * @param trace of all that happened: the same for the same seed
     */
    record Outcome(long seed, @Nullable String violation, long trace, int events) {}

    private final long seed;
    private final World world;
    private final Broker broker = new Broker();
    private final Checks checks = new Checks();
    private final List<Branch> branches = new ArrayList<>();
    private final List<CentreProcess> centres = new ArrayList<>();
    private final List<CentreDatabase> centreBackups = new ArrayList<>();
    private final Set<ResendRequest> asked = new HashSet<>();
    private final Set<UUID> askedOnce = new HashSet<>();
    private CentreDatabase centre;

    /** @param story hears every line of what happens */
    Simulation(long seed, @Nullable Flaw flaw, Consumer<String> story) {
        this.seed = seed;
        this.world = new World(seed, flaw, story);
        this.centre = new CentreDatabase(world);
        for (int i = 0; i < BRANCHES; i++) {
            Branch branch = new Branch(world, broker);
            branches.add(branch);
            checks.watch(branch);
        }
        centres.add(new CentreProcess(world, broker, () -> centre, checks));
        centres.add(new CentreProcess(world, broker, () -> centre, checks));
        world.whileOneWaits(this::step);
    }

    Outcome run() {
        String violation = null;
        try {
            shareBranches();
            for (int i = 0; i < STEPS; i++) {
                world.passTime();
                step();
            }
            comeToRest();
            branches.forEach(branch -> checks.atRest(centre, branch, world.now()));
        } catch (Violation found) {
            violation = found.getMessage();
        }
        int events = branches.stream()
                .mapToInt(branch -> branch.database().rows().size())
                .sum();
        return new Outcome(seed, violation, world.trace(), events);
    }

    private void step() {
        Branch branch = branches.get(world.below(BRANCHES));
        int what = world.below(100);
        if (what < 40) {
            branch.hall().acts();
        } else if (what < 68) {
            branch.process(world.below(2)).acts();
        } else if (what < 90) {
            centres.get(world.below(2)).acts();
        } else if (what < 93) {
            ask();
        } else {
            fail(branch);
        }
    }

    private void fail(Branch branch) {
        Weather weather = world.weather();
        if (world.chance(weather.cuts() * 10)) {
            branch.cutOrHeal();
        }
        if (world.chance(weather.crash() * 5)) {
            branch.process(world.below(2)).isKilled();
        }
        if (world.chance(weather.crash() * 5)) {
            branch.loseLock();
        }
        if (world.chance(weather.restores() * 30)) {
            branch.backUp();
        }
        if (world.chance(weather.restores() * 15)) {
            branch.restore();
        }
        if (world.chance(weather.truncations() * 10)) {
            world.note("truncated");
            broker.loseBefore(branch.id, world.below((int) broker.end(branch.id) + 1));
        }
        if (world.chance(weather.zombies() * 10)) {
            shareBranches();
        }
        if (world.chance(weather.crash() * 5)) {
            centres.get(world.below(2)).isRestarted();
        }
        failCentre(weather);
    }

    private void failCentre(Weather weather) {
        if (world.chance(weather.centreRestores() * 20)) {
            centreBackups.add(centre.copy());
        }
        if (!centreBackups.isEmpty() && world.chance(weather.centreRestores() * 10)) {
            world.note("centre restored");
            centre.isReplaced();
            centre = centreBackups.get(world.below(centreBackups.size())).copy();
            centres.forEach(CentreProcess::isRestarted);
        }
    }

    /** Who loses a branch may learn of it late: until then two of them read it. */
    private void shareBranches() {
        int border = world.below(BRANCHES + 1);
        List<UUID> ids = branches.stream().map(branch -> branch.id).toList();
        List<UUID> first = ids.subList(0, border);
        List<UUID> second = ids.subList(border, BRANCHES);
        if (!world.chance(0.5)) {
            centres.get(0).losesAllBut(first);
            centres.get(1).losesAllBut(second);
        }
        centres.get(0).isGiven(first);
        centres.get(1).isGiven(second);
    }

    /** A request may be lost, or heard twice. */
    private void ask() {
        if (world.has(Flaw.NEVER_ASKS)) {
            return;
        }
        for (Branch branch : branches) {
            centre.position(branch.id)
                    .asks(world.now())
                    .filter(request -> !world.has(Flaw.ASKS_ONCE) || askedOnce.add(branch.id))
                    .filter(((Predicate<ResendRequest>) request -> world.chance(0.3)).negate())
                    .ifPresent(request -> {
                        world.note("asked: " + request);
                        asked.add(request);
                        branch.hears(request);
                    });
        }
        if (!asked.isEmpty() && world.chance(0.2)) {
            ResendRequest late = asked.iterator().next();
            branches.stream()
                    .filter(branch -> branch.id.equals(late.branchId()))
                    .forEach(branch -> branch.hears(late));
        }
    }

    private void comeToRest() {
        world.calmDown();
        branches.forEach(branch -> {
            branch.heal();
            branch.hall().comesToRest();
        });
        shareBranches();
        for (int round = 0; round < ROUNDS_TO_REST && !rests(round); round++) {
            world.passTime();
            branches.forEach(branch ->
                    IntStream.range(0, 2).forEach(n -> branch.process(n).acts()));
            centres.forEach(CentreProcess::acts);
            ask();
        }
    }

    /** Looked at now and then: when nothing is asked for and nothing waits. */
    private boolean rests(int round) {
        return round % 10 == 9
                && branches.stream().allMatch(branch -> {
                    var state = branch.database().state();
                    var at = centre.position(branch.id);
                    return !state.unsealed()
                            && state.acknowledgedSeq() == state.sealedSeq()
                            && at.asks(world.now()).isEmpty()
                            && at.epoch() == state.epoch()
                            && at.nextSeq() == state.sealedSeq() + 1;
                });
    }
}
