/**
 * The network on real parts that are broken again and again while visitors come, and what must hold in spite of it. Knows nothing of how
 * the servers work inside.
 */
@NullMarked
package org.talon.torture;

import org.jspecify.annotations.NullMarked;
