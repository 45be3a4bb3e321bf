package org.talon.torture;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;

/** Look on while things break, for what nobody can tell any more once all is good again. */
final class Witnesses implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final DeadKafka deadKafka;
    private final Claims claims;
    private final ToldKafka told;
    private final Admin kafka;
    private final List<Sampling> looking;

    private Witnesses(OwnParts parts) {
        Cluster centre = parts.clusters().getFirst();
        kafka = Admin.create(Map.of("bootstrap.servers", parts.kafka()));
        deadKafka = new DeadKafka(parts.branches());
        claims = new Claims(centre);
        told = new ToldKafka(kafka, centre);
        looking = List.of(Sampling.of(claims::look, BETWEEN_LOOKS), Sampling.of(told::look, BETWEEN_LOOKS));
    }

    static Witnesses of(OwnParts parts) {
        return new Witnesses(parts);
    }

    DeadKafka deadKafka() {
        return deadKafka;
    }

    /** How many numbers branches noted as acknowledged while nobody was there to do so. */
    long madeUp() {
        return deadKafka.madeUp();
    }

    /** How often the centre said that all was in up to a moment, and it was not. */
    long untrueClaims(UUID branchId, Cluster branch) {
        return claims.untrue(branchId, branch);
    }

    /** How often Kafka had been told of what was not stored. */
    long toldAhead() {
        return told.ahead();
    }

    @Override
    public void close() {
        looking.forEach(Sampling::close);
        kafka.close(Duration.ZERO);
    }
}
