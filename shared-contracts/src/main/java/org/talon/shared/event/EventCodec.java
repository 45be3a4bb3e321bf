package org.talon.shared.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talon.shared.wire.WireFormat;

/** Turns events into bytes and back. Unknown fields are passed over; an unknown type is not an error but no event. */
public final class EventCodec {

    /** The version of every event record of today. */
    public static final int VERSION = 1;

    /** Major and minor version of the whole protocol; see {@link BranchIntroduced#protocolVersion()}. */
    public static final String PROTOCOL = "1.3";

    private static final Map<String, Class<?>> TYPES = Arrays.stream(BranchEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    /** An absent number is not a zero, and what stands behind a message is not passed over. */
    private final ObjectMapper json = WireFormat.apply(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build());

    /** Empty where this version of the program does not know it. */
    static Optional<Class<?>> typeNamed(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    public static String typeOf(BranchEvent event) {
        return event.getClass().getSimpleName();
    }

    /** The types that this version of the program can read. */
    public static Set<String> types() {
        return TYPES.keySet();
    }

    public static boolean knows(String type) {
        return TYPES.containsKey(type);
    }

    public JsonNode data(BranchEvent event) {
        return json.valueToTree(event);
    }

    public JsonNode data(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new UnreadableEvent("stored event is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    public byte[] encode(EventEnvelope envelope) {
        try {
            return json.writeValueAsBytes(envelope);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an envelope must always be writable", impossible);
        }
    }

    /** @throws UnreadableEvent where the bytes are no envelope */
    public EventEnvelope decode(byte[] bytes) {
        try {
            EventEnvelope envelope = json.readValue(bytes, EventEnvelope.class);
            requireComplete(envelope);
            return envelope;
        } catch (IOException broken) {
            throw new UnreadableEvent("not an event envelope: " + broken.getMessage(), broken);
        }
    }

    /**
     * The event inside an envelope, or empty where this version of the program does not know its type.
     *
     * @throws UnreadableEvent where the type is known but its data does not fit
     */
    public Optional<BranchEvent> event(EventEnvelope envelope) {
        Class<?> type = TYPES.get(envelope.type());
        if (type == null) {
            return Optional.empty();
        }
        try {
            Object event = json.treeToValue(envelope.data(), type);
            if (event == null) {
                throw new UnreadableEvent("data of " + envelope.type() + " is null", null);
            }
            RequiredParts.require((Record) event);
            return Optional.of((BranchEvent) event);
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new UnreadableEvent("data of " + envelope.type() + " does not fit: " + broken.getMessage(), broken);
        }
    }

    public byte[] encode(ResendRequest request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request must always be writable", impossible);
        }
    }

    /** @throws UnreadableEvent where the bytes are no request */
    public ResendRequest request(byte[] bytes) {
        try {
            ResendRequest request = json.readValue(bytes, ResendRequest.class);
            if (request == null) {
                throw new UnreadableEvent("not a request: null", null);
            }
            RequiredParts.require(request);
            if (request.epoch() < 1 || request.fromSeq() < 1) {
                throw new UnreadableEvent("the request has a number below 1", null);
            }
            return request;
        } catch (IOException broken) {
            throw new UnreadableEvent("not a request: " + broken.getMessage(), broken);
        }
    }

    private static void requireComplete(@Nullable EventEnvelope e) {
        if (e == null) {
            throw new UnreadableEvent("not an event envelope: null", null);
        }
        RequiredParts.require(e);
        if (e.data().isNull() || e.epoch() < 1 || (e.seq() != null && e.seq() < 1)) {
            throw new UnreadableEvent("the envelope has no data, or a number below 1", null);
        }
    }
}
