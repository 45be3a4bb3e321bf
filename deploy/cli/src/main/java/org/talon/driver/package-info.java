/** Speaks to the servers from outside, as their clients do. Knows nothing of who started them. */
@NullMarked
package org.talon.driver;

import org.jspecify.annotations.NullMarked;
