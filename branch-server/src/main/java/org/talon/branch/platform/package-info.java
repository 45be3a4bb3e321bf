/** What every feature stands on: JSON, errors, the branch's calendar. Knows no feature. */
@NullMarked
package org.talon.branch.platform;

import org.jspecify.annotations.NullMarked;
