package org.talon.branch.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the branch's own topic, of one partition, where it is absent and the branch may; says so where it may not. */
@ApplicationScoped
class OwnTopicCreation {

    private static final int TIMEOUT_MS = 10_000;

    private final Map<String, Object> kafka;

    OwnTopicCreation(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** @throws IllegalStateException saying what is to be done, where the topic is absent and must be created by others */
    void createWhereAbsent(String topic) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
        try (Admin admin = Admin.create(settings)) {
            Set<String> visible = admin.listTopics().names().get();
            if (!visible.contains(topic)) {
                // Replicas as the cluster has it set.
                admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return;
            }
            if (failed.getCause() instanceof AuthorizationException) {
                throw new IllegalStateException(
                        "the topic " + topic
                                + " is absent and this branch may not create it: create it with one partition",
                        failed);
            }
            throw new IllegalStateException("Kafka cannot be asked for the topic " + topic, failed);
        }
    }
}
