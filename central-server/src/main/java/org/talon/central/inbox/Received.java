package org.talon.central.inbox;

import org.jspecify.annotations.Nullable;

/** A record of Kafka as it came. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Received(String topic, int partition, long offset, byte @Nullable [] bytes) {}
