package org.talon.central.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.talon.shared.federation.BranchPosition;
import org.talon.shared.federation.MessageReader;

/**
 * Never ends the reading because our tables or Kafka do not answer for a while: it waits for them. It begins in a branch's topic where
 * our own tables say, not where Kafka says. A branch never heard of is read from its beginning; so is one whose stored place Kafka no
 * longer has, loudly: what is missing shows as a gap.
 */
@ApplicationScoped
@Identifier("events") class SeekToStoredPosition implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(SeekToStoredPosition.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final BranchPositions positions;
    private final Intake intake;

    SeekToStoredPosition(DataSource database, BranchPositions positions, Intake intake) {
        this.database = database;
        this.positions = positions;
        this.intake = intake;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<UUID, BranchPosition> stored = whenAnswered(() -> stored(partitions));
        Map<TopicPartition, Long> first = whenAnswered(() -> consumer.beginningOffsets(partitions));
        Map<TopicPartition, Long> end = whenAnswered(() -> consumer.endOffsets(partitions));
        for (TopicPartition partition : partitions) {
            long beginning = first.getOrDefault(partition, 0L);
            UUID owner = MessageReader.ownerOf(partition.topic());
            BranchPosition position = owner == null ? null : stored.get(owner);
            if (position == null || partition.partition() != 0) {
                consumer.seek(partition, beginning);
            } else if (position.offset() < beginning || position.offset() > end.getOrDefault(partition, 0L)) {
                LOG.errorf(
                        "%s: Kafka no longer has offset %d; reading from its beginning at %d",
                        partition, position.offset(), beginning);
                consumer.seek(partition, beginning);
            } else {
                consumer.seek(partition, position.offset());
            }
        }
    }

    private Map<UUID, BranchPosition> stored(Collection<TopicPartition> partitions) throws SQLException {
        Set<UUID> branches = partitions.stream()
                .map(partition -> MessageReader.ownerOf(partition.topic()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        try (Connection connection = database.getConnection()) {
            return positions.stored(connection, branches);
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T whenAnswered(Question<T> question) {
        for (boolean failedBefore = false; ; failedBefore = true) {
            try {
                return question.ask();
            } catch (SQLException | RetriableException failure) {
                if (!failedBefore) {
                    LOG.errorf("where to begin reading cannot be found out now, trying again: %s", failure);
                }
                intake.waitFor(PAUSE);
            }
        }
    }
}
