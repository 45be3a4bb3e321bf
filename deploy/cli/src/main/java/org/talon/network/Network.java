package org.talon.network;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talon.local.LocalPostgres;
import org.talon.report.CannotRun;

/** A whole network on this machine: PostgreSQL, Kafka, a centre and branches. Closing it stops all, whatever had begun. */
public final class Network implements AutoCloseable {
    public static final String CENTRE_DATABASE = "centre";

    private final TalonHome home;
    private final DataFolder folder;
    private final NetworkPlan plan;
    private final BiConsumer<Network, ServerProcess> whenOneDies;
    private final Map<Integer, ServerProcess> servers = new LinkedHashMap<>();
    private @Nullable Backend backend;
    private boolean closed;

    /** @param whenOneDies called when a server ends without having been asked to */
    public Network(
            TalonHome home, DataFolder folder, NetworkPlan plan, BiConsumer<Network, ServerProcess> whenOneDies) {
        this.home = home;
        this.folder = folder;
        this.plan = plan;
        this.whenOneDies = whenOneDies;
    }

    /** Starts all of it and waits until every server is ready. */
    public void start(Consumer<String> says) {
        startBackend(says);
        says.accept("starting the centre and " + plan.branches().size() + " branches");
        List<ServerProcess> all = new ArrayList<>();
        all.add(launchCentre());
        for (int i = 0; i < plan.branches().size(); i++) {
            all.add(launchBranch(i));
        }
        all.forEach(server -> awaitReady(server, says));
    }

    /** Starts PostgreSQL and Kafka alone. */
    public void startBackend(Consumer<String> says) {
        SharedBackend shared = own(() -> SharedBackend.start(folder, plan.linked(), says));
        shared.createDatabase(CENTRE_DATABASE);
        for (int i = 0; i < plan.branches().size(); i++) {
            shared.createDatabase(database(i));
        }
    }

    /** Takes one that runs already, and stops it at the end. */
    public void startOn(Backend running) {
        own(() -> running);
    }

    /** Starts the centre alone, on a backend that runs. */
    public void startCentre(Consumer<String> says) {
        awaitReady(launchCentre(), says);
    }

    /** Starts one more process of the centre, on its database and with its key, on a backend that runs. */
    public void startTwinCentre(int port, Consumer<String> says) {
        awaitReady(launchCentre("centre twin", port), says);
    }

    /** Starts one branch alone, on a backend that runs. */
    public void startBranch(int index, Consumer<String> says) {
        awaitReady(launchBranch(index), says);
    }

    /** Starts one more process of a branch, on its database and with its key, on a backend that runs. */
    public void startTwin(int index, int port, Consumer<String> says) {
        awaitReady(launchBranch(index, "branch " + (index + 1) + " twin", port), says);
    }

    /** Asks a server to end, and waits for it. */
    public synchronized void stopServer(int port) {
        ServerProcess server = servers.remove(port);
        if (server != null) {
            server.ask();
            server.awaitEnd();
        }
    }

    private static void awaitReady(ServerProcess server, Consumer<String> says) {
        server.awaitReady();
        says.accept(server.name() + " is ready on port " + server.settings().port());
    }

    public synchronized List<ServerProcess> servers() {
        return List.copyOf(servers.values());
    }

    public URI centre() {
        return plan.centre();
    }

    public NetworkPlan plan() {
        return plan;
    }

    public String jdbcUrl(String database) {
        return backend().jdbcUrl(database);
    }

    /** Name of the database of the branch with this index, from 0 on. */
    public static String database(int branch) {
        return "branch_" + (branch + 1);
    }

    /** The way of all servers to Kafka. */
    public Link link() {
        if (backend() instanceof SharedBackend shared) {
            return shared.link();
        }
        throw new IllegalStateException("this network was started on a backend of its own");
    }

    public String kafka() {
        return backend().kafka();
    }

    private Backend backend() {
        Backend running = backend;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL and Kafka have not been started");
        }
        return running;
    }

    /** Starts a server that has died, with what it was started with. */
    public synchronized void restart(ServerProcess dead) {
        if (!closed) {
            launch(dead.settings());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        servers.values().forEach(ServerProcess::ask);
        servers.values().forEach(ServerProcess::awaitEnd);
        servers.clear();
        FormerServers.forget(folder.pids());
        if (backend != null) {
            backend.close();
        }
    }

    private synchronized <T extends Backend> T own(Supplier<T> start) {
        requireOpen();
        T started = start.get();
        backend = started;
        return started;
    }

    private synchronized ServerProcess launch(ServerSettings settings) {
        requireOpen();
        ServerProcess server = ServerProcess.start(settings, dead -> whenOneDies.accept(this, dead));
        FormerServers.note(folder.pids(), server.pid());
        servers.put(settings.port(), server);
        return server;
    }

    private void requireOpen() {
        if (closed) {
            throw new CannotRun("stopped while starting");
        }
    }

    private ServerProcess launchCentre() {
        return launchCentre("centre", plan.centrePort());
    }

    private ServerProcess launchCentre(String name, int port) {
        return launch(settings(name, "centre", "central-server", port, CENTRE_DATABASE, plan.ofCentre(), Map.of()));
    }

    private ServerProcess launchBranch(int index) {
        return launchBranch(
                index, "branch " + (index + 1), plan.branches().get(index).port());
    }

    private ServerProcess launchBranch(int index, String name, int port) {
        String file = "branch-" + (index + 1);
        Path catalogue = folder.catalogue(file);
        try {
            Files.writeString(catalogue, plan.branches().get(index).catalogue());
        } catch (IOException e) {
            throw new CannotRun(catalogue + " cannot be written: " + e, e);
        }
        return launch(settings(
                name,
                file,
                "branch-server",
                port,
                database(index),
                plan.ofBranches(),
                Map.of("talon.branch.catalogue", catalogue.toString())));
    }

    private ServerSettings settings(
            String name,
            String file,
            String module,
            int port,
            String database,
            NetworkPlan.Extra extra,
            Map<String, String> own) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("talon.identity.key-file", folder.key(file).toString());
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(port));
        properties.put("quarkus.profile", "demo");
        properties.put("quarkus.datasource.jdbc.url", jdbcUrl(database));
        properties.put("quarkus.datasource.username", LocalPostgres.USERNAME);
        properties.put("quarkus.datasource.password", LocalPostgres.PASSWORD);
        properties.put("kafka.bootstrap.servers", kafka());
        if (plan.simulatedFrom() != null) {
            properties.put("talon.simulation", "true");
            properties.put("talon.simulation.start", plan.simulatedFrom().toString());
        }
        properties.putAll(own);
        properties.putAll(extra.settings());
        properties.putAll(plan.settings());
        boolean crowded = plan.branches().size() + 1 > Runtime.getRuntime().availableProcessors();
        return new ServerSettings(
                name, home.program(module), port, properties, folder.log(file), crowded, extra.agent());
    }
}
