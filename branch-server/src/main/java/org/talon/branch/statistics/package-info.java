/** Figures and history of the branch, computed from its own records. Knows nothing of events. */
@NullMarked
package org.talon.branch.statistics;

import org.jspecify.annotations.NullMarked;
