/** Measures the network beside the limit that its database sets. Knows nothing of traces. */
@NullMarked
package org.talon.bench;

import org.jspecify.annotations.NullMarked;
