package org.talon.planted;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong where the centre looks at a number. Each is put into {@code BranchCursor.take}, of a place or of a fact, and never
 * called.
 */
@SuppressWarnings("UnusedVariable") // what is assigned is the answer, or an argument, of the method itself
final class Taking {

    private Taking() {}

    /** A number that was taken before is taken again. */
    static final class Again {
        @Advice.OnMethodExit
        static void take(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object verdict) {
            verdict = verdict.toString().equals("DUPLICATE") ? Reach.value(verdict, "NEXT") : verdict;
        }
    }

    /** A number that was taken before is the last one that was. */
    static final class StepsBack {
        @Advice.OnMethodExit
        static void stepBack(
                @Advice.This Object cursor,
                @Advice.Argument(0) Object place,
                @Advice.Return(typing = Typing.DYNAMIC) Object verdict) {
            if (verdict.toString().equals("DUPLICATE")) {
                Reach.set(cursor, "nextSeq", Reach.number(place, "seq") + 1);
            }
        }
    }

    /** A number before which others are missing is taken. */
    static final class Jumps {
        @Advice.OnMethodExit
        static void take(
                @Advice.This Object cursor,
                @Advice.Argument(0) Object place,
                @Advice.Argument(1) long offset,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object verdict) {
            if (String.valueOf(verdict).equals("GAP")) {
                verdict = Reach.call(cursor, "next", Reach.call(place, "epoch"), Reach.call(place, "seq"), offset);
            }
        }
    }

    /** Of a fact, whatever begins with it: its number alone decides. */
    static final class ByNumber {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static @Nullable Object take(@Advice.This Object cursor, @Advice.Argument(0) Object fact) {
            return Numbers.verdict(cursor, fact);
        }

        @Advice.OnMethodExit
        static void answer(
                @Advice.Enter @Nullable Object decided,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object verdict) {
            verdict = decided;
        }
    }

    /** Of a fact: an epoch begins, whatever it says that it follows. */
    static final class AnyEpoch {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static @Nullable Object take(@Advice.This Object cursor, @Advice.Argument(0) Object fact) {
            return Numbers.begun(cursor, fact);
        }

        @Advice.OnMethodExit
        static void answer(
                @Advice.Enter @Nullable Object decided,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object verdict) {
            verdict = decided == null ? verdict : decided;
        }
    }
}
