package org.talon.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to hold to the API.
 *
 * @param branch a branch that runs; null for one of our own
 * @param given what is different there from the demonstration, by name
 * @param json where the report goes as well, null for nowhere
 */
public record ConformancePlan(
        @Nullable URI branch,
        Map<String, String> given,
        @Nullable Path json) {}
