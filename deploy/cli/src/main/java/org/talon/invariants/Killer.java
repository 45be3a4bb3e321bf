package org.talon.invariants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.talon.network.Network;
import org.talon.network.ServerProcess;

/** Kills a process, one after the other in turn, as the calls go by; from another thread, in the middle of calls. */
final class Killer {
    private final Network network;
    private final int kills;
    private final int every;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Instant> killed = Collections.synchronizedList(new ArrayList<>());

    Killer(Network network, InvariantsPlan plan) {
        this.network = network;
        this.kills = plan.kills();
        this.every = Math.max(1, plan.invites() / (plan.kills() + 1));
    }

    int called() {
        int call = calls.incrementAndGet();
        int turn = call / every;
        if (call % every == 0 && turn <= kills) {
            Thread.ofPlatform().daemon().start(() -> kill(turn));
        }
        return call;
    }

    private void kill(int turn) {
        List<ServerProcess> processes = network.servers();
        ServerProcess victim = processes.get(turn % processes.size());
        victim.kill();
        killed.add(Instant.now());
    }

    /** When. */
    List<Instant> kills() {
        return List.copyOf(killed);
    }

    int wanted() {
        return kills;
    }
}
