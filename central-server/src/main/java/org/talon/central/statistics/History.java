package org.talon.central.statistics;

import java.util.List;

/**
 * Figures of a period.
 *
 * @param completeness {@code exact}, or the ids of the branches behind it that are not
 */
record History(List<HistoryRow> rows, String completeness) {}
