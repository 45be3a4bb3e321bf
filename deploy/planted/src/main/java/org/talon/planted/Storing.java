package org.talon.planted;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** What goes wrong where the centre stores a batch. Each is put into the method that it is meant for, and never called. */
@SuppressWarnings("UnusedVariable") // what is assigned is the answer, or an argument, of the method itself
final class Storing {

    private Storing() {}

    /** Into a method of {@code InboxTables}: what was done by then is committed, whatever becomes of the rest. */
    static final class CommitsSoFar {
        @Advice.OnMethodExit
        static void commit(@Advice.This Object tables) {
            Transactions.commit((Connection) Reach.get(tables, "connection"));
        }
    }

    /** Into {@code RawLog.write}, likewise. */
    static final class CommitsLog {
        @Advice.OnMethodExit
        static void commit(@Advice.Argument(0) Connection connection) {
            Transactions.commit(connection);
        }
    }

    /** Into {@code InboxTables.advance}: not now. */
    static final class AdvancesLater {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean postpone(
                @Advice.This Object tables, @Advice.Argument(0) Collection<?> cursors, @Advice.Argument(1) Object at) {
            Transactions.postpone(tables, cursors, at);
            return true;
        }
    }

    /** Into {@code InboxTables.write}: what is written is committed, then the position moves. */
    static final class AdvancesNow {
        @Advice.OnMethodExit
        static void advance(@Advice.This Object tables) {
            Transactions.commit((Connection) Reach.get(tables, "connection"));
            Transactions.advance(tables);
        }
    }

    /** Into {@code InboxTables.positionsOf}: no mistake by itself, time passes between any two statements. */
    static final class TakesItsTime {
        @Advice.OnMethodExit
        static void take() {
            Transactions.pause();
        }
    }

    /** Into {@code EventsConsumer.take}: answers before it is done. */
    static final class AnswersAtOnce {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean later(@Advice.This Object consumer, @Advice.Argument(0) Object records) {
            return Behind.later(() -> Reach.call(consumer, "take", records));
        }
    }

    /** Into {@code MissingEvents.all}: what was asked for is not asked for again. */
    static final class AsksOnce {
        @Advice.OnMethodExit
        static void ask(@Advice.Return(readOnly = false) List<?> requests) {
            requests = Asked.anew(requests);
        }
    }
}
