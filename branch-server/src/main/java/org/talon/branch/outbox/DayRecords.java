package org.talon.branch.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.talon.shared.event.DayDigest;

/** What the branch's own records say of a business date; whoever knows the figures tells the outbox, which does not. */
public interface DayRecords {

    /** @param snapshot within whose transaction to read */
    DayDigest.Sums of(LocalDate date, Connection snapshot) throws SQLException;
}
