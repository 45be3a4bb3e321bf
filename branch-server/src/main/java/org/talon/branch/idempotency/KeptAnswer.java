package org.talon.branch.idempotency;

/**
 * What a call was answered.
 *
 * @param body as it goes over the wire
 * @param repeated whether it was given before
 */
record KeptAnswer(int status, String body, boolean repeated) {

    static KeptAnswer first(int status, String body) {
        return new KeptAnswer(status, body, false);
    }
}
