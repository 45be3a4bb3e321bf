/** Tickets on paper: what stands on one, and its picture for a printer. Knows nothing of printers, queues or states. */
@NullMarked
package org.talon.branch.print;

import org.jspecify.annotations.NullMarked;
