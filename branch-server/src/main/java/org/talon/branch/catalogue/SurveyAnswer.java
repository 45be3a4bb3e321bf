package org.talon.branch.catalogue;

import java.util.UUID;

/** What may be chosen. {@code next}: number of the question that it leads to, beyond the last one where it ends the survey. */
public record SurveyAnswer(UUID id, String text, int next) {}
