package org.talon.simulation;

/** Mistakes that can be planted into the protocol, to show that the simulation finds each of them. */
public enum Flaw {
    NUMBERS_BY_LAST_ID("events are numbered by 'id > last', not by settled transactions"),
    SEALS_WHAT_STILL_RUNS("windows are sealed up to the newest transaction, not to the oldest running one"),
    PLAIN_TRANSACTION_ID("an event carries its own transaction's id, however late it is appended"),
    NUMBERS_FROM_ACKNOWLEDGED("a window's first number follows the acknowledged one, not the last one given"),
    ACKNOWLEDGES_BEFORE_SENDING("the relay notes an acknowledgement before Kafka has given it"),
    ACKNOWLEDGES_ALL_SEALED("the relay notes all that is sealed as acknowledged, whatever it has sent"),
    SKIPS_FAILED_BATCH("the relay goes on behind a batch that Kafka did not take"),
    NEVER_SENDS_AGAIN("the relay passes over what the centre asks for"),
    CLAIMS_TOO_EARLY("a heartbeat does not wait for the transactions that ran when it was claimed"),
    RESTORE_UNNOTICED("a restored branch goes on in its epoch, and nobody compares what comes twice"),
    KEEPS_LOST_NUMBERS("a new epoch keeps all numbers that Kafka has, also those the branch no longer knows"),
    FORGETS_UNNUMBERED("a new epoch begins behind events that have no number yet"),
    NUMBERS_KEPT_AGAIN("a new epoch numbers again what the former one had numbered and keeps"),
    TAKES_DUPLICATES("the centre does not look whether a number was taken before"),
    STEPS_BACK_ON_DUPLICATES("a number that was taken before moves the position back to it"),
    JUMPS_GAPS("the centre takes whatever number comes next"),
    IGNORES_EPOCHS("the centre compares numbers without their epochs"),
    TAKES_ANY_EPOCH("the centre begins a new epoch without what it follows"),
    COUNTS_LOST_HISTORY("the figures keep what a restored branch no longer has"),
    POSITION_BEFORE_DATA("the centre's position is committed before its data"),
    DATA_BEFORE_POSITION("the centre's data is committed before its position, and the log has no key"),
    NO_COMPARE_AND_SET("the centre's position is set, whatever it has become meanwhile"),
    KEEPS_HALF_A_BATCH("a transaction of the centre that fails keeps what it had written, and not its position"),
    TELLS_KAFKA_TOO_EARLY("Kafka is told of a batch before it is stored"),
    NEVER_ASKS("the centre does not ask for what it lacks"),
    ASKS_ONCE("the centre asks once for what it lacks"),
    SUMMER_TIME_ALL_YEAR("the branch files by the offset of the summer, also after the clocks went back");

    private final String description;

    Flaw(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
