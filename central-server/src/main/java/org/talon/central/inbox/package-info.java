/**
 * What the branches tell, taken in exactly once: the raw log, what stands in the halls now, and the rollups.
 *
 * <p>Does not know what figures are asked for, nor by whom.
 */
@NullMarked
package org.talon.central.inbox;

import org.jspecify.annotations.NullMarked;
