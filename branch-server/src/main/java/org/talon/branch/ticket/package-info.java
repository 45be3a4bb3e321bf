/** Tickets: from the button to the end of service. Knows nothing of HTTP tokens or Kafka. */
@NullMarked
package org.talon.branch.ticket;

import org.jspecify.annotations.NullMarked;
