/** What goes wrong in a network on purpose: links that are cut or stall, processes that are killed. Knows no figures. */
@NullMarked
package org.talon.faults;

import org.jspecify.annotations.NullMarked;
