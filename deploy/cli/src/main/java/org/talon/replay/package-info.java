/** Sends a recorded trace through a network and compares the centre's figures with the trace's own. Knows nothing of demos. */
@NullMarked
package org.talon.replay;

import org.jspecify.annotations.NullMarked;
