package org.talon.central.statistics;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ids are called. */
record Names(Map<UUID, String> servers, Map<Key, String> others) {

    record Key(String kind, UUID id) {}

    @Nullable String server(@Nullable UUID id) {
        return id == null ? null : servers.get(id);
    }

    @Nullable String of(String kind, @Nullable UUID id) {
        return id == null ? null : others.get(new Key(kind, id));
    }
}
