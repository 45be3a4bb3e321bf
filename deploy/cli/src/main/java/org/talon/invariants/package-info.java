/** What must never happen in a branch, tried with all force and then asked of its database. Knows nothing of the centre. */
@NullMarked
package org.talon.invariants;

import org.jspecify.annotations.NullMarked;
