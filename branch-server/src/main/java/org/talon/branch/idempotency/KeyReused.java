package org.talon.branch.idempotency;

import org.talon.shared.http.DomainException;

/** The key stands for another call already. */
final class KeyReused extends DomainException {
    KeyReused() {
        super(
                Kind.REFUSED,
                "idempotency-key-reused",
                "this Idempotency-Key was sent with another path or other parameters; a new call needs a new key");
    }
}
