/**
 * The branches: who they are, whether they speak, and how far the centre's figures of them can be trusted.
 *
 * <p>Does not know what the figures are.
 */
@NullMarked
package org.talon.central.network;

import org.jspecify.annotations.NullMarked;
