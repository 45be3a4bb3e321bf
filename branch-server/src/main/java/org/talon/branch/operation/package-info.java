/** Operators at their workplaces: who sits where, and whom they call and serve. Knows nothing of how tickets are issued. */
@NullMarked
package org.talon.branch.operation;

import org.jspecify.annotations.NullMarked;
