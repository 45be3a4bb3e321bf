/** Booking ahead: which times are free, and who takes one. Knows nothing of operators or of how the queue is called. */
@NullMarked
package org.talon.branch.booking;

import org.jspecify.annotations.NullMarked;
