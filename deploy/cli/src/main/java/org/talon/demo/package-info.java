/** The demonstration network of {@code talon up} and its simulated visitors. Knows nothing of traces or measurements. */
@NullMarked
package org.talon.demo;

import org.jspecify.annotations.NullMarked;
