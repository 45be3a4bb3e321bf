package org.talon.planted;

import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** What goes wrong in the relay of a branch. Each is put into the method that it is meant for, and never called. */
@SuppressWarnings("UnusedVariable") // what is assigned is the answer, or an argument, of the method itself
final class Sending {

    private Sending() {}

    /** Into {@code Relay.sendNew}. */
    static final class AcknowledgesFirst {
        @Advice.OnMethodEnter
        static void acknowledge(@Advice.This Object relay, @Advice.Argument(0) Object state) {
            long all = Reach.number(state, "sealedSeq");
            long most = Reach.number(state, "acknowledgedSeq") + ((Integer) Reach.get(relay, "most"));
            Object epoch = Reach.call(state, "epoch");
            Reach.call(Reach.get(relay, "log"), "acknowledge", epoch, Math.min(all, most));
        }
    }

    /** Into {@code Relay.beginEpoch}: the new epoch follows all that Kafka has. */
    static final class KeepsAll {
        @Advice.OnMethodEnter
        static void keep(
                @Advice.Argument(1) Optional<?> there, @Advice.Argument(value = 2, readOnly = false) long kept) {
            kept = there.isPresent() ? Reach.number(there.get(), "seq") : kept;
        }
    }

    /** Into {@code OutboxEpochs.lastWindow}: whether a window ends there or not. */
    static final class EndsWhereTold {
        @Advice.OnMethodExit
        static void end(
                @Advice.Argument(2) long kept, @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object end) {
            end = Reach.like(
                    end,
                    Reach.call(end, "epoch"),
                    kept,
                    Reach.call(end, "tx"),
                    Reach.call(end, "fromId"),
                    Reach.call(end, "droppedFromId"));
        }
    }

    /** Into {@code KeptAnswers.claim}: the key is taken before, and apart from, what the call changes. */
    static final class ClaimsApart {
        @Advice.OnMethodExit
        static void commit(@Advice.This Object answers) {
            Reach.call(Reach.answer(Reach.get(answers, "database"), "createNativeQuery", "commit"), "executeUpdate");
        }
    }
}
