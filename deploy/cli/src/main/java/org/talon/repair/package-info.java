/** What an operator of a network asks a centre to do where it is not exact. */
@NullMarked
package org.talon.repair;

import org.jspecify.annotations.NullMarked;
