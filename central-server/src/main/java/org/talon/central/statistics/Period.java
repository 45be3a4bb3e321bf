package org.talon.central.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talon.central.network.AskedServers;
import org.talon.shared.figures.Grouping;
import org.talon.shared.figures.Grouping.By;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/**
 * Which figures of the past are asked for.
 *
 * @param by day where nothing was asked for
 */
record Period(DateRange days, AskedServers servers, Set<By> by) {

    static Period of(Parameters parameters) {
        DateRange days = DateRange.of(parameters);
        return new Period(days, AskedServers.of(parameters), by(parameters.list("groupBy")));
    }

    private static Set<By> by(List<String> names) {
        try {
            return names.isEmpty() ? EnumSet.of(By.DAY) : Grouping.parse(names, EnumSet.allOf(By.class));
        } catch (IllegalArgumentException unknown) {
            throw DomainException.badParameter("groupBy", String.valueOf(unknown.getMessage()));
        }
    }
}
