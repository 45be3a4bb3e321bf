/** A kit that holds a running branch to the API, call by call and key by key. Knows nothing of how a branch is made. */
@NullMarked
package org.talon.conformance;

import org.jspecify.annotations.NullMarked;
