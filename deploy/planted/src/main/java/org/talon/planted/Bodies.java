package org.talon.planted;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** What any method can be made to do. Each is put into the method that it is meant for, and never called. */
@SuppressWarnings("UnusedVariable") // what is assigned is the answer, or an argument, of the method itself
final class Bodies {

    private Bodies() {}

    /** Nothing is done; the answer is null, 0 or no. */
    static final class Skipped {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }
    }

    /** As ever, but the answer is yes. */
    static final class Yes {
        @Advice.OnMethodExit
        static void answer(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    /** The answer is that there is none. */
    static final class None {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }

        @Advice.OnMethodExit
        static void answer(@Advice.Return(readOnly = false) List<?> answer) {
            answer = List.of();
        }
    }

    /** What fails is passed over in silence. */
    static final class GoesOn {
        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void goOn(@Advice.Thrown(readOnly = false) @Nullable Throwable failed) {
            failed = null;
        }
    }
}
