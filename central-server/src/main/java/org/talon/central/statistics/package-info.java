/**
 * Figures of the network: today, the load of this moment, and any period gone by.
 *
 * <p>Does not know how the figures came in.
 */
@NullMarked
package org.talon.central.statistics;

import org.jspecify.annotations.NullMarked;
