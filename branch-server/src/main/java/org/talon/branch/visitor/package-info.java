/** What a visitor sees on his telephone. Knows nothing of paper. */
@NullMarked
package org.talon.branch.visitor;

import org.jspecify.annotations.NullMarked;
