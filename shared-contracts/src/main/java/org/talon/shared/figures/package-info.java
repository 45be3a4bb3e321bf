/** The arithmetic of statistics: counts, sums and wait buckets that add up. Knows nothing of where the facts come from. */
@NullMarked
package org.talon.shared.figures;

import org.jspecify.annotations.NullMarked;
