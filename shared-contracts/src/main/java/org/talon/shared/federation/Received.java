package org.talon.shared.federation;

import org.jspecify.annotations.Nullable;

/** A record of Kafka as it came. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Received(String topic, int partition, long offset, byte @Nullable [] bytes) {}
