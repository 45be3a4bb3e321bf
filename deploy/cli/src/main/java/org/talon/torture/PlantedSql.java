package org.talon.torture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.talon.network.Network;
import org.talon.report.CannotRun;

/** What a mistake makes of a database, while servers run on it. */
record PlantedSql(String database, String sql) {

    /** The last word against counting twice; its rows must be found as fast without it. */
    static final PlantedSql LOG_WITHOUT_KEY = new PlantedSql(Network.CENTRE_DATABASE, """
            alter table event_log drop constraint event_log_pk;
            create index planted on event_log (branch_id, epoch, seq)""");

    /** Once in twenty rows. */
    static PlantedSql nowAndThen(String database, String table, String change, String wrong) {
        return new PlantedSql(database, """
                create function planted() returns trigger language plpgsql as $$
                begin
                    if random() < 0.05 then %s end if;
                    return new;
                end
                $$;
                create trigger planted before %s on %s for each row execute function planted()""".formatted(wrong, change, table));
    }

    void plant(OwnParts parts) {
        try (Connection connection = parts.cluster(database).open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CannotRun("the mistake cannot be planted into " + database + ": " + e.getMessage(), e);
        }
    }
}
