package org.talon.branch.retention;

import java.time.Clock;
import javax.sql.DataSource;
import org.talon.branch.catalogue.BranchCalendar;

/** The time that retention goes by, for what is tested without a server. */
public final class RetentionTimes {

    private RetentionTimes() {}

    public static RetentionTime of(DataSource database, BranchCalendar calendar, Clock clock) {
        return new RetentionTime(database, calendar, clock);
    }
}
