/**
 * How long what is kept is kept: personal data leaves when its time is over, and the log has a month to lie in before it comes.
 *
 * <p>Does not know what any figure means; none of them changes.
 */
@NullMarked
package org.talon.central.retention;

import org.jspecify.annotations.NullMarked;
