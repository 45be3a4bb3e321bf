/** What a branch offers and who works there: read from one YAML file, kept whole or not at all. Knows nothing of tickets. */
@NullMarked
package org.talon.branch.catalogue;

import org.jspecify.annotations.NullMarked;
