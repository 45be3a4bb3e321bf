package org.talon.torture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.talon.network.Network;
import org.talon.report.CannotRun;

/** A mistake that can be planted into the databases of a running network, so that one sees that it would be found. */
public enum Flaw {
    EVENT_NOT_WRITTEN(
            "a branch commits a change without its event, now and then", true, "outbox", "insert", "return null;"),
    WRONG_DAY(
            "a branch files an event under the day before, now and then",
            true,
            "outbox",
            "insert",
            "new.business_date := new.business_date - 1; return new;"),
    EVENT_TWICE("a branch tells of a change twice, now and then", true, "outbox", "insert", """
            if pg_trigger_depth() = 1 then
                insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)
                values (gen_random_uuid(), new.type, new.version, new.occurred_at, new.business_date,
                        new.business_hour, new.data);
            end if;
            return new;"""),
    WRONG_VISITOR(
            "a branch tells of another visitor's service than the one that it changed, now and then",
            true,
            "outbox",
            "insert",
            """
            if new.data ->> 'TicketProductId' is not null then
                new.data := jsonb_set(new.data::jsonb, '{TicketProductId}', to_jsonb(gen_random_uuid()));
            end if;
            return new;"""),
    NUMBER_PASSED_OVER(
            "a branch passes over a number, now and then",
            true,
            "outbox_window",
            "insert",
            "new.first_seq := new.first_seq + 1; return new;"),
    COMMAND_FORGOTTEN(
            "a branch answers that a service is over and does not keep it, now and then",
            true,
            "ticket_product",
            "update",
            "if new.state = 'COMPLETED' then return null; end if; return new;"),
    EVENT_LOST(
            "the centre does not keep an event that it has counted, now and then",
            false,
            "event_log",
            "insert",
            "return null;"),
    POSITION_TOO_FAR(
            "the centre's position passes over the next event, now and then",
            false,
            "branch_position",
            "update",
            "if new.next_seq > old.next_seq then new.next_seq := new.next_seq + 1; end if; return new;"),
    POSITION_STANDS_STILL(
            "the centre's position stays where it was before a batch, now and then",
            false,
            "branch_position",
            "update",
            "new.next_seq := old.next_seq; return new;"),
    STALE_SERVICE(
            "the centre does not note how a service goes on, now and then",
            false,
            "ticket_product",
            "update",
            "return null;"),
    FIGURE_NOT_ADDED("the centre does not add to a figure, now and then", false, "rollup", "update", "return null;");

    private final String what;
    private final boolean inBranch;
    private final String table;
    private final String change;
    private final String wrong;

    Flaw(String what, boolean inBranch, String table, String change, String wrong) {
        this.what = what;
        this.inBranch = inBranch;
        this.table = table;
        this.change = change;
        this.wrong = wrong;
    }

    /** In a sentence. */
    String what() {
        return what;
    }

    void plant(OwnParts parts) {
        Cluster cluster = parts.cluster(inBranch ? Network.database(0) : Network.CENTRE_DATABASE);
        try (Connection connection = cluster.open();
                Statement statement = connection.createStatement()) {
            statement.execute(trigger());
        } catch (SQLException e) {
            throw new CannotRun(name() + " cannot be planted: " + e.getMessage(), e);
        }
    }

    private String trigger() {
        return """
            create function planted() returns trigger language plpgsql as $$
            begin
                if random() < 0.05 then %s end if;
                return new;
            end
            $$;
            create trigger planted before %s on %s for each row execute function planted()""".formatted(wrong, change, table);
    }
}
