/** Roles, password hashes and signed session tokens. Knows nothing of who works where. */
@NullMarked
package org.talon.shared.identity;

import org.jspecify.annotations.NullMarked;
