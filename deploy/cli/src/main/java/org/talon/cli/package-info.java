/** The commands of the program: what they take, print and answer. Knows nothing of how they do it. */
@NullMarked
package org.talon.cli;

import org.jspecify.annotations.NullMarked;
