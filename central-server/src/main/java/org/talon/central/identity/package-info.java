/**
 * Who may ask the centre: users from the configuration, and their tokens.
 *
 * <p>Does not know what they ask.
 */
@NullMarked
package org.talon.central.identity;

import org.jspecify.annotations.NullMarked;
