package org.talon.torture;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.talon.network.Network;
import org.talon.network.Pause;
import org.talon.network.ServerProcess;

/** Kills a server that says three times that it does not live, as an orchestrator does; it is started again then. */
final class LivenessWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int ENOUGH = 3;

    private final Network network;
    private final Processes processes;
    private final Consumer<String> says;
    private final Map<Long, Integer> complaints = new HashMap<>();
    private final Thread thread = new Thread(this::watch, "liveness");
    private volatile boolean over;

    private LivenessWatch(Network network, Processes processes, Consumer<String> says) {
        this.network = network;
        this.processes = processes;
        this.says = says;
    }

    static LivenessWatch over(Network network, Processes processes, Consumer<String> says) {
        LivenessWatch watch = new LivenessWatch(network, processes, says);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!over) {
            network.servers().stream()
                    .filter(server -> !processes.isStopped(server))
                    .forEach(this::look);
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private void look(ServerProcess server) {
        if (server.isLive()) {
            complaints.remove(server.pid());
        } else if (complaints.merge(server.pid(), 1, Integer::sum) == ENOUGH) {
            says.accept(server.name() + " says that it does not live, and is started again");
            server.kill();
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
