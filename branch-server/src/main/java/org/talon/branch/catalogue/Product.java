package org.talon.branch.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service that visitors queue for. {@code targetWaitMinutes}: the norm that a wait is held against. */
public record Product(
        UUID id,
        String name,
        String integrationId,
        String prefix,
        int targetWaitMinutes,
        @Nullable String category) {

    public boolean isWithinTarget(long waitedSeconds) {
        return waitedSeconds <= targetWaitMinutes * 60L;
    }
}
