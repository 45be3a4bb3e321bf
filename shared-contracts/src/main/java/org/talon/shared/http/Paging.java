package org.talon.shared.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which part of a long list a caller wants.
 *
 * @param limit so many entries at most
 * @param after the last entry of the page before
 */
public record Paging(int limit, Optional<UUID> after) {

    /** The header that carries the cursor of the next page. */
    public static final String NEXT = "X-Next";

    private static final int USUAL = 1000;
    private static final int MOST = 10_000;

    public static Paging of(Parameters parameters) {
        return new Paging(parameters.integer("limit", 1, MOST).orElse(USUAL), parameters.guid("after"));
    }

    /** A full page names where the next one begins. */
    public <T> Optional<String> nextAfter(List<T> found, Function<T, UUID> id) {
        return found.size() < limit
                ? Optional.empty()
                : Optional.of(id.apply(found.getLast()).toString());
    }

    /** Where the entry to go on after was never in the list. */
    public static DomainException noSuchCursor() {
        return DomainException.badParameter("after", "expected what " + NEXT + " said of the page before");
    }
}
