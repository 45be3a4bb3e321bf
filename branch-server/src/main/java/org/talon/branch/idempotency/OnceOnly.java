package org.talon.branch.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.DomainException.Kind;

/**
 * Carries a call with a key out at most once, however often and however concurrently it is sent, to one process or to
 * several that share the database, and whatever dies in between; whoever sends it gets the answer that was kept first.
 *
 * <p>A refusal by the state or by a rule is such an answer. It has changed nothing, but its caller was told so and went
 * on: a duplicate that comes late must not do after all what was said not to be done. Its own transaction was undone, so
 * it is kept in one that follows; where another sender's answer was kept in between, that one is given instead. Any other
 * failure is not kept, and the call may be sent again: a malformed or forbidden call is refused again by itself, and who
 * hears 429, 503 or 500 is meant to try again.
 */
@ApplicationScoped
class OnceOnly {

    private static final Set<Kind> KEPT = EnumSet.of(Kind.UNKNOWN, Kind.CONFLICT, Kind.REFUSED);

    private final KeptAnswers answers;

    OnceOnly(KeptAnswers answers) {
        this.answers = answers;
    }

    KeptAnswer answer(KeyedCall call, Callable<KeptAnswer> change, Function<DomainException, KeptAnswer> refused)
            throws Exception {
        try {
            return answers.answer(call, change);
        } catch (KeyReused anotherCall) {
            throw anotherCall;
        } catch (DomainException refusal) {
            if (!KEPT.contains(refusal.kind())) {
                throw refusal;
            }
            return answers.answer(call, () -> refused.apply(refusal));
        }
    }
}
