package org.talon.shared.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A number that two events share only where they are the same. Numbers of many events are added, with overflow, so that the
 * sum does not depend on their order: branch and centre compare one number a day.
 *
 * <p>It is the first eight bytes, highest first, of the SHA-256 of epoch, seq, id, type, version, moment, business date, hour
 * and data, a line each, in UTF-8; data is JSON without blanks, its keys sorted.
 */
public final class EventHash {

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private EventHash() {}

    public static long of(EventEnvelope event) {
        String text = String.join(
                "\n",
                String.valueOf(event.epoch()),
                String.valueOf(event.seq()),
                event.eventId().toString(),
                event.type(),
                String.valueOf(event.version()),
                event.occurredAt().toString(),
                event.businessDate().toString(),
                String.valueOf(event.businessHour()),
                sorted(event));
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** As it stands in a {@link DayDigest}. */
    public static String text(long sum) {
        return String.format("%016x", sum);
    }

    private static String sorted(EventEnvelope event) {
        try {
            return SORTED.writeValueAsString(event.data());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always writable", impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
