/**
 * How long what visitors said of themselves is kept: it is forgotten when its time is over, feature by feature. Does not know what
 * any of it is.
 */
@NullMarked
package org.talon.branch.retention;

import org.jspecify.annotations.NullMarked;
