/** How our JSON looks, and the answers both servers give in one shape. Knows nothing of HTTP. */
@NullMarked
package org.talon.shared.wire;

import org.jspecify.annotations.NullMarked;
