/** What a command says: tables, JSON, progress, and the one line why it could not run. Knows nothing of what it is about. */
@NullMarked
package org.talon.report;

import org.jspecify.annotations.NullMarked;
