/**
 * What every feature of the centre stands on: how its JSON is named.
 *
 * <p>Knows no feature.
 */
@NullMarked
package org.talon.central.platform;

import org.jspecify.annotations.NullMarked;
