package org.talon.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.talon.network.Link;
import org.talon.network.Network;
import org.talon.network.ServerProcess;

/** Strikes a running network again and again until it is told to stop: kills processes, cuts and stalls the way to Kafka. */
public final class Misfortune implements AutoCloseable {

    private static final Duration SHORTEST_CALM = Duration.ofSeconds(6);
    private static final Duration LONGEST_CALM = Duration.ofSeconds(14);
    private static final Duration LONGEST_CUT = Duration.ofSeconds(6);

    private final Network network;
    private final Random random;
    private final Consumer<String> says;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger faults = new AtomicInteger();
    private final Thread thread = new Thread(this::strike, "misfortune");

    private Misfortune(Network network, long seed, Consumer<String> says) {
        this.network = network;
        this.random = new Random(seed);
        this.says = says;
    }

    /** @param says told of every fault */
    public static Misfortune over(Network network, long seed, Consumer<String> says) {
        Misfortune misfortune = new Misfortune(network, seed, says);
        misfortune.thread.setDaemon(true);
        misfortune.thread.start();
        return misfortune;
    }

    public int faults() {
        return faults.get();
    }

    private void strike() {
        try {
            while (!over.await(between(SHORTEST_CALM, LONGEST_CALM), TimeUnit.MILLISECONDS)) {
                faults.incrementAndGet();
                strikeOnce();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            network.link().mend();
        }
    }

    private void strikeOnce() throws InterruptedException {
        switch (random.nextInt(4)) {
            case 0 -> {
                says.accept("fault: the way to Kafka is cut");
                breakFor(Link::cut);
            }
            case 1 -> {
                says.accept("fault: the way to Kafka stalls");
                breakFor(Link::stall);
            }
            case 2 -> kill("centre");
            default -> kill("branch");
        }
    }

    private void breakFor(Consumer<Link> how) throws InterruptedException {
        Link link = network.link();
        how.accept(link);
        var unused = over.await(between(Duration.ofSeconds(1), LONGEST_CUT), TimeUnit.MILLISECONDS);
        link.mend();
    }

    private void kill(String kind) {
        var candidates = network.servers().stream()
                .filter(server -> server.name().startsWith(kind))
                .toList();
        ServerProcess victim = candidates.get(random.nextInt(candidates.size()));
        says.accept("fault: kill -9 of " + victim.name());
        victim.kill();
    }

    private long between(Duration shortest, Duration longest) {
        return shortest.toMillis() + random.nextLong(longest.minus(shortest).toMillis());
    }

    /** Nothing goes wrong any more. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
