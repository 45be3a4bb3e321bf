package org.talon.central.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.talon.shared.federation.MessageReader;

/** Reads the topics of branches that are active again from where they were taken in, as after a restart. Every process for itself. */
@ApplicationScoped
class ReadHeldBack {

    private static final Logger LOG = Logger.getLogger(ReadHeldBack.class);

    private final DataSource database;
    private final HeldBack heldBack;
    private final SeekToStoredPosition seek;
    private final KafkaClientService kafka;

    ReadHeldBack(
            DataSource database,
            HeldBack heldBack,
            @Identifier("events") SeekToStoredPosition seek,
            KafkaClientService kafka) {
        this.database = database;
        this.heldBack = heldBack;
        this.seek = seek;
        this.kafka = kafka;
    }

    @Scheduled(
            every = "${talon.inbox.read-held-back-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void readAgain() {
        try (Connection connection = database.getConnection()) {
            Set<UUID> branches = heldBack.activeAgain(connection);
            if (!branches.isEmpty()) {
                readAgain(branches);
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("branches that are active again wait still; trying again: %s", failed);
        }
    }

    private void readAgain(Set<UUID> branches) {
        kafka.<String, byte[]>getConsumer("events")
                .runOnPollingThread((java.util.function.Consumer<Consumer<String, byte[]>>)
                        consumer -> readAgain(branches, consumer))
                .await()
                .indefinitely();
        LOG.infof("reading again what waited of %s", branches);
    }

    /** Those whose topics another process reads are its affair. First forgotten, then sought: what is polled after that is let in. */
    private void readAgain(Set<UUID> branches, Consumer<String, byte[]> consumer) {
        List<TopicPartition> mine = consumer.assignment().stream()
                .filter(partition -> isOf(branches, MessageReader.ownerOf(partition.topic())))
                .toList();
        heldBack.readAgain(branches);
        seek.onPartitionsAssigned(consumer, mine);
    }

    private static boolean isOf(Set<UUID> branches, @Nullable UUID owner) {
        return owner != null && branches.contains(owner);
    }
}
