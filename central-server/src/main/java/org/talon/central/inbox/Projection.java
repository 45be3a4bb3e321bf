package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import org.talon.shared.federation.Message.Fact;

/** A table that follows from the facts. One object serves one batch: it folds the facts first and writes them at once. */
interface Projection {

    void add(Fact fact);

    /** In a fixed number of statements, however many facts there were; none where there is nothing to write. */
    void write(Connection connection) throws SQLException;
}
