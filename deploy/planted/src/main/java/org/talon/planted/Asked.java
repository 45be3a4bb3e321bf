package org.talon.planted;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this process of the centre has asked for. Called from within its classes. */
public final class Asked {
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    private Asked() {}

    /** Those of the requests that were never made before. */
    public static List<?> anew(List<?> requests) {
        return requests.stream()
                .filter(request -> ASKED.add(Reach.call(request, "branchId")
                        + " " + Reach.call(request, "epoch")
                        + " " + Reach.call(request, "fromSeq")))
                .toList();
    }
}
