/** Starts and stops the servers of a network as processes of this machine. Knows nothing of what is sent to them. */
@NullMarked
package org.talon.network;

import org.jspecify.annotations.NullMarked;
