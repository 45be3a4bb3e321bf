package org.talon.torture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.talon.network.Link;

/** All that can go wrong, each kind as often as any other. */
final class Faults {
    private static final String KAFKA = "Kafka";

    /** Ends the session that makes one of a branch's processes its relay, so that another takes over. */
    private static final String TAKE_LOCK = """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and granted and objsubid = 1
              and objid = (hashtext('talon.outbox.relay')::bigint & 4294967295)::oid""";

    private final OwnParts parts;
    private final Processes processes;
    private final DeadKafka deadKafka;
    private final Random random;
    private final List<Maker> makers;

    private interface Maker {
        Fault make();
    }

    Faults(OwnParts parts, Processes processes, DeadKafka deadKafka, Random random) {
        this.parts = parts;
        this.processes = processes;
        this.deadKafka = deadKafka;
        this.random = random;
        makers = new ArrayList<>(List.of(
                () -> killed(oneOf(processes.named("branch"))),
                () -> killed(oneOf(processes.named("centre"))),
                () -> stopped(oneOf(processes.named("branch"))),
                () -> stopped(oneOf(processes.named("centre"))),
                () -> crashed(oneOf(parts.clusters())),
                () -> broken("the way to PostgreSQL", oneOf(parts.clusters())),
                () -> broken("the way to Kafka", KAFKA, parts.broker().link()),
                this::brokerKilled,
                this::relayLockTaken,
                () -> open(oneOf(parts.branches())),
                this::topicsEmptied));
        parts.disk().ifPresent(disk -> makers.add(() -> diskFull(disk)));
    }

    Fault next() {
        return oneOf(makers).make();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Fault killed(String server) {
        return Fault.of("kill -9 of a " + server.split(" ")[0], server, () -> {
            processes.kill(server);
            return () -> {};
        });
    }

    private Fault stopped(String server) {
        return Fault.of("a " + server.split(" ")[0] + " stands still", server, () -> processes.stop(server));
    }

    private static Fault crashed(Cluster cluster) {
        return Fault.of("PostgreSQL crashes", cluster.database(), () -> {
            cluster.crash();
            return cluster::startAgain;
        });
    }

    private Fault broken(String way, Cluster cluster) {
        return broken(way, cluster.database(), cluster.link());
    }

    private Fault broken(String way, String victim, Link link) {
        return switch (random.nextInt(3)) {
            case 0 -> Fault.of(way + " is cut", victim, () -> mended(link, Link::cut));
            case 1 -> Fault.of(way + " stalls", victim, () -> mended(link, Link::stall));
            default -> Fault.of(way + " is reset", victim, () -> mended(link, Link::reset));
        };
    }

    private static Fault.Mend mended(Link link, Consumer<Link> breaks) {
        breaks.accept(link);
        return link::mend;
    }

    private Fault brokerKilled() {
        return Fault.of("kill -9 of Kafka", KAFKA, () -> {
            parts.broker().kill();
            Runnable rises = deadKafka.dies();
            return () -> {
                rises.run();
                parts.broker().startAgain();
            };
        });
    }

    /** What begins after it and ends before it must wait for it to be numbered. */
    private static Fault open(Cluster cluster) {
        return Fault.of("a transaction stays open", cluster.database(), () -> {
            Connection connection = cluster.open();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            return connection::close;
        });
    }

    private Fault diskFull(SmallDisk disk) {
        Cluster cluster = parts.clusters().getLast();
        return Fault.of("a disk is full", cluster.database(), () -> {
            disk.fill();
            return () -> {
                disk.free();
                if (!cluster.answers()) {
                    cluster.crash();
                    cluster.startAgain();
                }
            };
        });
    }

    /** Of a branch of two processes, one of which stands still meanwhile: where that was the relay, it wakes as a second one. */
    private Fault relayLockTaken() {
        List<String> twins = processes.named("branch 1");
        Cluster cluster = parts.clusters().get(1);
        String still = oneOf(twins);
        Set<String> victims = new LinkedHashSet<>(twins);
        victims.add(cluster.database());
        return new Fault("the relay's lock is taken away", victims, () -> {
            Fault.Mend goOn = processes.stop(still);
            try (Connection connection = cluster.open();
                    Statement statement = connection.createStatement()) {
                statement.execute(TAKE_LOCK);
                return goOn;
            } catch (SQLException failed) {
                goOn.now();
                throw failed;
            }
        });
    }

    /** While no centre reads: what it has not read then is gone from Kafka. */
    private Fault topicsEmptied() {
        List<String> centres = processes.named("centre");
        Set<String> victims = new LinkedHashSet<>(centres);
        victims.add(KAFKA);
        return new Fault("topics are emptied", victims, () -> {
            List<Fault.Mend> goOn = new ArrayList<>();
            for (String centre : centres) {
                goOn.add(processes.stop(centre));
            }
            return () -> {
                try {
                    emptyTopics();
                } finally {
                    for (Fault.Mend mend : goOn) {
                        mend.now();
                    }
                }
            };
        });
    }

    private void emptyTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.kafka()))) {
            Set<TopicPartition> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("talon.branch."))
                    .map(topic -> new TopicPartition(topic, 0))
                    .collect(Collectors.toSet());
            var ends = admin.listOffsets(
                            topics.stream().collect(Collectors.toMap(topic -> topic, topic -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.deleteRecords(ends.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    end -> RecordsToDelete.beforeOffset(
                                            end.getValue().offset()))))
                    .all()
                    .get();
        }
    }
}
