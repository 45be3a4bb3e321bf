package org.talon.torture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What Kafka was told is read is held to what the centre has stored. While a gap is open, the centre means to read again. */
final class ToldKafka {
    private static final String GROUP = "talon-central";
    private static final long PATIENCE_SECONDS = 3;

    private static final String STORED =
            "select 'talon.branch.' || branch_id || '.v1', kafka_offset from branch_position where gap_seq is null";

    private final Admin kafka;
    private final Cluster centre;
    private final Set<String> ahead = ConcurrentHashMap.newKeySet();

    ToldKafka(Admin kafka, Cluster centre) {
        this.kafka = kafka;
        this.centre = centre;
    }

    /** Kafka first: what it was told by then must be stored now. Nothing where one of them is away. */
    void look() {
        try {
            Map<TopicPartition, OffsetAndMetadata> told = kafka.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<String, Long> stored = stored();
            told.forEach((topic, offset) -> {
                long here = stored.getOrDefault(topic.topic(), Long.MAX_VALUE);
                if (offset != null && offset.offset() > here) {
                    ahead.add(topic.topic() + " " + offset.offset());
                }
            });
        } catch (ExecutionException | TimeoutException | SQLException away) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Long> stored() throws SQLException {
        Map<String, Long> stored = new HashMap<>();
        try (Connection connection = centre.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STORED)) {
            while (row.next()) {
                stored.put(row.getString(1), row.getLong(2));
            }
        }
        return stored;
    }

    /** How often Kafka had been told of what was not stored. */
    long ahead() {
        return ahead.size();
    }
}
