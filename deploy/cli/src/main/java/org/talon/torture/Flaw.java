package org.talon.torture;

import static org.talon.torture.PlantedSql.nowAndThen;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talon.network.Network;
import org.talon.planted.Mistake;
import org.talon.planted.Part;

/**
 * A mistake that can be planted into a real network, so that one sees that it would be found: into the classes of the servers as they
 * start, or into their databases.
 */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is made once and never changed
public enum Flaw {
    NUMBERS_BY_LAST_ID(Mistake.NUMBERS_BY_LAST_ID),
    SEALS_WHAT_STILL_RUNS(Mistake.SEALS_WHAT_STILL_RUNS),
    NUMBERS_FROM_ACKNOWLEDGED(Mistake.NUMBERS_FROM_ACKNOWLEDGED),
    NUMBERS_ANEW_AT_EACH_READING(Mistake.NUMBERS_ANEW_AT_EACH_READING),
    ACKNOWLEDGES_BEFORE_SENDING(Mistake.ACKNOWLEDGES_BEFORE_SENDING),
    SKIPS_FAILED_BATCH(Mistake.SKIPS_FAILED_BATCH),
    NEVER_SENDS_AGAIN(Mistake.NEVER_SENDS_AGAIN),
    CLAIMS_TOO_EARLY(Mistake.CLAIMS_TOO_EARLY),
    REPEATS_COMMANDS(Mistake.REPEATS_COMMANDS),
    CLAIMS_KEYS_APART(Mistake.CLAIMS_KEYS_APART),
    RESTORE_UNNOTICED(Mistake.RESTORE_UNNOTICED),
    KEEPS_LOST_NUMBERS(Mistake.KEEPS_LOST_NUMBERS),
    NUMBERS_KEPT_AGAIN(Mistake.NUMBERS_KEPT_AGAIN),
    IGNORES_EPOCHS(Mistake.IGNORES_EPOCHS),
    TAKES_ANY_EPOCH(Mistake.TAKES_ANY_EPOCH),
    COUNTS_LOST_HISTORY(Mistake.COUNTS_LOST_HISTORY),
    TAKES_DUPLICATES(Mistake.TAKES_DUPLICATES),
    STEPS_BACK_ON_DUPLICATES(Mistake.STEPS_BACK_ON_DUPLICATES),
    JUMPS_GAPS(Mistake.JUMPS_GAPS),
    POSITION_BEFORE_DATA(Mistake.POSITION_BEFORE_DATA),
    DATA_BEFORE_POSITION(Mistake.DATA_BEFORE_POSITION, PlantedSql.LOG_WITHOUT_KEY),
    NO_COMPARE_AND_SET(Mistake.NO_COMPARE_AND_SET, PlantedSql.LOG_WITHOUT_KEY),
    KEEPS_HALF_A_BATCH(Mistake.KEEPS_HALF_A_BATCH),
    TELLS_KAFKA_TOO_EARLY(Mistake.TELLS_KAFKA_TOO_EARLY),
    TAKES_TROUBLE_FOR_POISON(Mistake.TAKES_TROUBLE_FOR_POISON),
    SETS_FIGURES(Mistake.SETS_FIGURES),
    NEVER_ASKS(Mistake.NEVER_ASKS),
    ASKS_ONCE(Mistake.ASKS_ONCE),
    EVENT_NOT_WRITTEN(
            "a branch commits a change without its event, now and then",
            nowAndThen(Network.database(0), "outbox", "insert", "return null;")),
    WRONG_DAY(
            "a branch files an event under the day before, now and then",
            nowAndThen(
                    Network.database(0),
                    "outbox",
                    "insert",
                    "new.business_date := new.business_date - 1; return new;")),
    EVENT_TWICE(
            "a branch tells of a change twice, now and then", nowAndThen(Network.database(0), "outbox", "insert", """
                    if pg_trigger_depth() = 1 then
                        insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)
                        values (gen_random_uuid(), new.type, new.version, new.occurred_at, new.business_date,
                                new.business_hour, new.data);
                    end if;
                    return new;""")),
    WRONG_VISITOR(
            "a branch tells of another visitor's service than the one that it changed, now and then",
            nowAndThen(Network.database(0), "outbox", "insert", """
                    if new.data ->> 'TicketProductId' is not null then
                        new.data := jsonb_set(new.data::jsonb, '{TicketProductId}', to_jsonb(gen_random_uuid()));
                    end if;
                    return new;""")),
    NUMBER_PASSED_OVER(
            "a branch passes over a number, now and then",
            nowAndThen(
                    Network.database(0), "outbox_window", "insert", "new.first_seq := new.first_seq + 1; return new;")),
    COMMAND_FORGOTTEN(
            "a branch answers that a service is over and does not keep it, now and then",
            nowAndThen(
                    Network.database(0),
                    "ticket_product",
                    "update",
                    "if new.state = 'COMPLETED' then return null; end if; return new;")),
    EVENT_LOST(
            "the centre does not keep an event that it has counted, now and then",
            nowAndThen(Network.CENTRE_DATABASE, "event_log", "insert", "return null;")),
    POSITION_TOO_FAR(
            "the centre's position passes over the next event, now and then",
            nowAndThen(
                    Network.CENTRE_DATABASE,
                    "branch_position",
                    "update",
                    "if new.next_seq > old.next_seq then new.next_seq := new.next_seq + 1; end if; return new;")),
    POSITION_STANDS_STILL(
            "the centre's position stays where it was before a batch, now and then",
            nowAndThen(
                    Network.CENTRE_DATABASE, "branch_position", "update", "new.next_seq := old.next_seq; return new;")),
    STALE_SERVICE(
            "the centre does not note how a service goes on, now and then",
            nowAndThen(Network.CENTRE_DATABASE, "ticket_product", "update", "return null;")),
    FIGURE_NOT_ADDED(
            "the centre does not add to a figure, now and then",
            nowAndThen(Network.CENTRE_DATABASE, "rollup", "update", "return null;"));

    private final String what;
    private final @Nullable Mistake mistake;
    private final List<PlantedSql> sql;

    Flaw(Mistake mistake, PlantedSql... sql) {
        this.what = mistake.what();
        this.mistake = mistake;
        this.sql = List.of(sql);
    }

    Flaw(String what, PlantedSql sql) {
        this.what = what;
        this.mistake = null;
        this.sql = List.of(sql);
    }

    /** In a sentence. */
    String what() {
        return what;
    }

    /** Refuses, before anything is started, what does not fit the servers that are built. */
    void requireFits(Path home) {
        if (mistake != null) {
            PlantingAgent.requireFits(mistake, home);
        }
    }

    /** The agent that changes the classes of such a server; null where they stay as they are. */
    @Nullable String agentOf(Part part) {
        return mistake != null && mistake.parts().contains(part) ? PlantingAgent.planting(mistake) : null;
    }

    /** The rest of it, while the network runs. */
    void plant(OwnParts parts) {
        sql.forEach(one -> one.plant(parts));
    }
}
