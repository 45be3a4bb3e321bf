/**
 * What every feature of the centre stands on: JSON, CSV, errors of security.
 *
 * <p>Knows no feature.
 */
@NullMarked
package org.talon.central.platform;

import org.jspecify.annotations.NullMarked;
