/** Who may sign in, and the tokens they get. Knows nothing of workplaces. */
@NullMarked
package org.talon.branch.identity;

import org.jspecify.annotations.NullMarked;
