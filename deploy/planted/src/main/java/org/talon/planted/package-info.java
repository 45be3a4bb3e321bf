/**
 * Mistakes of the protocol, and the agent that plants one of them into a server as it starts. Knows the servers' classes by name only, and
 * nothing of how a mistake is found.
 */
@NullMarked
package org.talon.planted;

import org.jspecify.annotations.NullMarked;
