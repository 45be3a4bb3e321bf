/** The one clock of a server, real or simulated, and the ids made by it. Knows nothing of what it times. */
@NullMarked
package org.talon.shared.time;

import org.jspecify.annotations.NullMarked;
