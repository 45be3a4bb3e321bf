/** HTTP manners common to both servers: paths, parameters, tokens, errors. Knows nothing of tickets or branches. */
@NullMarked
package org.talon.shared.http;

import org.jspecify.annotations.NullMarked;
