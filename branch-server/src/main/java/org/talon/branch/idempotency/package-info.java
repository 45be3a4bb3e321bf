/**
 * Calls that carry an {@code Idempotency-Key}: each is carried out at most once, and its first answer is given again.
 * Knows nothing of what the calls do.
 */
@NullMarked
package org.talon.branch.idempotency;

import org.jspecify.annotations.NullMarked;
