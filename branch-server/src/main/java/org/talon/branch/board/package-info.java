/** Information boards: what they show of the visitors who are called and served, and who is watching. Knows nothing of operators. */
@NullMarked
package org.talon.branch.board;

import org.jspecify.annotations.NullMarked;
