/** How long one who would queue now has to wait. Knows nothing of who asks. */
@NullMarked
package org.talon.branch.forecast;

import org.jspecify.annotations.NullMarked;
