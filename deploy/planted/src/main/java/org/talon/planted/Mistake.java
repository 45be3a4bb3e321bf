package org.talon.planted;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mistake of the protocol: what of the servers' classes is other than it should be. Called as in the simulation where it is the same
 * mistake.
 */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is made once and never changed
public enum Mistake {
    NUMBERS_BY_LAST_ID(
            "events are numbered by 'id > last', not by settled transactions",
            text("outbox.OutboxLog", "select pg_snapshot_xmin(pg_current_snapshot()) as to_tx", Ids.NEXT),
            text("outbox.OutboxLog", "coalesce(last.to_tx, from_tx)", "coalesce(last.to_tx, '0'::xid8)"),
            text("outbox.OutboxLog", "outbox.tx >= start.from_tx and outbox.tx < horizon.to_tx", Ids.SEALED),
            text("outbox.OutboxLog", "o.tx < pg_snapshot_xmin(pg_current_snapshot())", "true"),
            text("outbox.OutboxLog", "o.tx >= coalesce(last.to_tx, e.from_tx)", Ids.UNSEALED),
            text("outbox.OutboxLog", "tx >= w.from_tx and tx < w.to_tx", Ids.READ)),
    SEALS_WHAT_STILL_RUNS(
            "windows are sealed up to the newest transaction, not to the oldest running one",
            text(
                    "outbox.OutboxLog",
                    "pg_snapshot_xmin(pg_current_snapshot()) as to_tx",
                    "pg_snapshot_xmax(pg_current_snapshot()) as to_tx"),
            text(
                    "outbox.OutboxLog",
                    "o.tx < pg_snapshot_xmin(pg_current_snapshot())",
                    "o.tx < pg_snapshot_xmax(pg_current_snapshot())")),
    NUMBERS_FROM_ACKNOWLEDGED(
            "a window's first number follows the acknowledged one, not the last one given",
            text(
                    "outbox.OutboxLog",
                    "coalesce(last.next_seq, case when previous_epoch is null then 1 else 2 end)",
                    "(select acknowledged_seq + 1 from outbox_position)")),
    NUMBERS_ANEW_AT_EACH_READING(
            "an event's number is not the same at every reading",
            text(
                    "outbox.OutboxLog",
                    "partition by w.first_seq order by o.id",
                    "partition by w.first_seq order by random()")),
    ACKNOWLEDGES_BEFORE_SENDING(
            "the relay notes an acknowledgement before Kafka has given it",
            method(Part.BRANCH, Names.RELAY, "sendNew(State)", Sending.AcknowledgesFirst.class)),
    SKIPS_FAILED_BATCH(
            "the relay goes on behind a batch that Kafka did not take",
            method(Part.BRANCH, Names.BRANCH + "outbox.EventSender", "send(List)", Bodies.GoesOn.class)),
    NEVER_SENDS_AGAIN(
            "the relay passes over what the centre asks for",
            method(Part.BRANCH, Names.RELAY, "sendAgain(State)", Bodies.Skipped.class)),
    CLAIMS_TOO_EARLY(
            "a heartbeat does not wait for the transactions that ran when it was claimed",
            method(Part.BRANCH, Names.FEDERATION + "Heartbeats$Claim", "newest()", Bodies.Skipped.class)),
    REPEATS_COMMANDS(
            "a call that comes again with its key is carried out again",
            method(Part.BRANCH, Names.ANSWERS, "claim(KeyedCall)", Bodies.Yes.class)),
    CLAIMS_KEYS_APART(
            "the key of a call is kept in another transaction than what the call changes",
            method(Part.BRANCH, Names.ANSWERS, "claim(KeyedCall)", Sending.ClaimsApart.class)),
    RESTORE_UNNOTICED(
            "a restored branch goes on in its epoch, and nobody compares what comes twice",
            method(Part.BRANCH, Names.RELAY, "beginEpochWhereRestored()", Bodies.Skipped.class),
            method(Part.CENTRE, Names.CURSOR, "forgot(Heartbeat)", Bodies.Skipped.class),
            method(Part.CENTRE, Names.FEDERATION + "Batch", "unlikeThoseTaken()", Bodies.None.class),
            method(Part.CENTRE, Names.TABLES, "unlikeThoseIn(List)", Bodies.None.class)),
    KEEPS_LOST_NUMBERS(
            "a new epoch keeps all numbers that Kafka has, also those the branch no longer knows",
            method(Part.BRANCH, Names.RELAY, "beginEpoch(State,Optional,long,String)", Sending.KeepsAll.class),
            method(Part.BRANCH, Names.EPOCHS, "lastWindow(Connection,End,long)", Sending.EndsWhereTold.class)),
    NUMBERS_KEPT_AGAIN(
            "a new epoch numbers again what the former one had numbered and keeps",
            text("outbox.OutboxEpochs", "?, pg_snapshot_xmin(pg_current_snapshot()))", "0 * ?::bigint, '0'::xid8)")),
    IGNORES_EPOCHS(
            "the centre compares numbers without their epochs",
            method(Part.CENTRE, Names.CURSOR, Names.TAKE_FACT, Taking.ByNumber.class)),
    TAKES_ANY_EPOCH(
            "the centre begins a new epoch without what it follows",
            method(Part.CENTRE, Names.CURSOR, Names.TAKE_FACT, Taking.AnyEpoch.class)),
    COUNTS_LOST_HISTORY(
            "the figures keep what a restored branch no longer has",
            method(Part.CENTRE, Names.CURSOR, "changesHistory()", Bodies.Skipped.class)),
    TAKES_DUPLICATES(
            "the centre does not look whether a number was taken before",
            method(Part.CENTRE, Names.CURSOR, Names.TAKE_PLACE, Taking.Again.class)),
    STEPS_BACK_ON_DUPLICATES(
            "a number that was taken before moves the position back to it",
            method(Part.CENTRE, Names.CURSOR, Names.TAKE_PLACE, Taking.StepsBack.class)),
    JUMPS_GAPS(
            "the centre takes whatever number comes next",
            method(Part.CENTRE, Names.CURSOR, Names.TAKE_PLACE, Taking.Jumps.class)),
    POSITION_BEFORE_DATA(
            "the centre's position is committed before its data",
            method(Part.CENTRE, Names.TABLES, Names.ADVANCE, Storing.CommitsSoFar.class)),
    DATA_BEFORE_POSITION(
            "the centre's data is committed before its position, and the log has no key",
            method(Part.CENTRE, Names.TABLES, Names.ADVANCE, Storing.AdvancesLater.class),
            method(Part.CENTRE, Names.TABLES, "write(List)", Storing.AdvancesNow.class)),
    NO_COMPARE_AND_SET(
            "the centre's position is set, whatever it has become meanwhile, and the log has no key",
            text(Part.CENTRE, Names.POSITIONS, "and p.epoch = n.from_epoch", ""),
            text(Part.CENTRE, Names.POSITIONS, "and p.next_seq = n.from_next_seq", ""),
            text(Part.CENTRE, Names.POSITIONS, "and p.kafka_offset = n.from_offset", ""),
            method(Part.CENTRE, Names.TABLES, "positionsOf(Set)", Storing.TakesItsTime.class)),
    KEEPS_HALF_A_BATCH(
            "a transaction of the centre that fails keeps the first half of what it had written",
            method(Part.CENTRE, Names.CENTRE + "inbox.RawLog", "write(Connection)", Storing.CommitsLog.class)),
    TELLS_KAFKA_TOO_EARLY(
            "Kafka is told of a batch before it is stored",
            method(
                    Part.CENTRE,
                    Names.CENTRE + "inbox.EventsConsumer",
                    "take(ConsumerRecords)",
                    Storing.AnswersAtOnce.class)),
    TAKES_TROUBLE_FOR_POISON(
            "the centre puts away what it could not store, whatever the reason",
            method(Part.CENTRE, Names.CENTRE + "inbox.Intake", "refusesTheData(Throwable)", Bodies.Yes.class)),
    SETS_FIGURES(
            "the centre sets a figure to what a batch adds to it",
            text(
                    Part.CENTRE,
                    Names.CENTRE + "inbox.Rollups",
                    "issued = r.issued + excluded.issued",
                    "issued = excluded.issued")),
    NEVER_ASKS(
            "the centre does not ask for what it lacks",
            method(Part.CENTRE, Names.CENTRE + "inbox.AskAgain", "ask()", Bodies.Skipped.class)),
    ASKS_ONCE(
            "the centre asks once for what it lacks",
            method(Part.CENTRE, Names.CENTRE + "inbox.MissingEvents", "all()", Storing.AsksOnce.class));

    /** SQL of windows that are reckoned in ids, kept where the numbers of transactions are. */
    private static final class Ids {
        static final String NEXT = "select (coalesce(max(id), 0) + 1)::text::xid8 as to_tx from outbox";
        static final String SEALED =
                "outbox.id >= start.from_tx::text::bigint and outbox.id < horizon.to_tx::text::bigint";
        static final String UNSEALED = "o.id >= coalesce(last.to_tx, '0'::xid8)::text::bigint";
        static final String READ = "id >= w.from_tx::text::bigint and id < w.to_tx::text::bigint";
    }

    private static final class Names {
        static final String BRANCH = "org.talon.branch.";
        static final String CENTRE = "org.talon.central.";
        static final String FEDERATION = "org.talon.shared.federation.";
        static final String RELAY = FEDERATION + "Relay";
        static final String CURSOR = FEDERATION + "BranchCursor";
        static final String TAKE_PLACE = "take(Place,long)";
        static final String TAKE_FACT = "take(Fact)";
        static final String TABLES = CENTRE + "inbox.InboxTables";
        static final String ADVANCE = "advance(Collection,Instant)";
        static final String POSITIONS = CENTRE + "inbox.BranchPositions";
        static final String EPOCHS = BRANCH + "outbox.OutboxEpochs";
        static final String ANSWERS = BRANCH + "idempotency.KeptAnswers";
    }

    private final String what;
    private final List<Change> changes;

    Mistake(String what, Change... changes) {
        this.what = what;
        this.changes = List.of(changes);
    }

    private static Change text(String branchClass, String piece, String other) {
        return text(Part.BRANCH, Names.BRANCH + branchClass, piece, other);
    }

    private static Change text(Part part, String target, String piece, String other) {
        return new OtherText(part, target, piece, other);
    }

    private static Change method(Part part, String target, String method, Class<?> advice) {
        return new AdvisedMethod(part, target, method, advice);
    }

    /** In a sentence. */
    public String what() {
        return what;
    }

    /** Which servers have it. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        changes.forEach(change -> parts.add(change.part()));
        return parts;
    }

    List<Change> changes() {
        return changes;
    }

    /**
     * Changes the classes of the servers that are built, and keeps nothing of it.
     *
     * @param home the folder of this project
     * @throws CannotPlant where they do not have what is to be changed
     */
    public void requireFits(Path home) {
        for (Part part : parts()) {
            try (BuiltServer server = BuiltServer.of(home, part)) {
                changed(server, part);
            }
        }
    }

    /** The classes that it changes, as they are then. */
    Map<String, byte[]> changed(BuiltServer server, Part part) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.part() == part) {
                byte[] former = changed.containsKey(change.target())
                        ? changed.get(change.target())
                        : server.read(change.target());
                changed.put(change.target(), change.of(former, server.classes()));
            }
        }
        return changed;
    }
}
