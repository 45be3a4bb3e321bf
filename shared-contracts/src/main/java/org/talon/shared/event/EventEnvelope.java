package org.talon.shared.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event travels in. {@code (branchId, epoch, seq)} is dense within an epoch and starts at 1; only a
 * {@link Heartbeat}, a {@link DayDigest} and a {@link LogBegins} have no {@code seq}.
 *
 * @param businessDate date of {@code occurredAt} on the branch's own calendar: where its figures are filed
 * @param businessHour hour 0…23 of {@code occurredAt} on the branch's own clock, sent along so that the centre needs
 *     no time zone rules, which may differ between two machines
 */
public record EventEnvelope(
        UUID branchId,
        int epoch,
        @Nullable Long seq,
        UUID eventId,
        String type,
        int version,
        Instant occurredAt,
        LocalDate businessDate,
        int businessHour,
        JsonNode data) {

    /** The topic on which a branch sends, and nobody else may. */
    public static String topicOf(UUID branchId) {
        return "talon.branch." + branchId + ".v1";
    }
}
