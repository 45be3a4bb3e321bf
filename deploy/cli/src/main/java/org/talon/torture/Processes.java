package org.talon.torture;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.talon.network.Network;
import org.talon.network.ServerProcess;

/** The servers of the network by name, whichever process each is at this moment. */
final class Processes {
    private final Network network;
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();

    Processes(Network network) {
        this.network = network;
    }

    List<String> named(String kind) {
        return network.servers().stream()
                .map(ServerProcess::name)
                .filter(name -> name.startsWith(kind))
                .sorted()
                .toList();
    }

    /** As {@code kill -9} does. */
    void kill(String name) {
        of(name).kill();
    }

    /** Stands still, with all it holds; what is answered makes it go on, where it still is there. */
    Fault.Mend stop(String name) throws IOException {
        ServerProcess server = of(name);
        stopped.add(server.pid());
        signal("STOP", server);
        return () -> {
            signal("CONT", server);
            stopped.remove(server.pid());
        };
    }

    boolean isStopped(ServerProcess server) {
        return stopped.contains(server.pid());
    }

    private ServerProcess of(String name) {
        return network.servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not there"));
    }

    /** Java itself can send neither. */
    private static void signal(String signal, ServerProcess server) throws IOException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(server.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }
}
