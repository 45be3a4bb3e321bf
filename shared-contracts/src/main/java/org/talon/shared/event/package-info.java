/** What a branch tells the centre: events, their envelope and their bytes. Knows nothing of Kafka or of tables. */
@NullMarked
package org.talon.shared.event;

import org.jspecify.annotations.NullMarked;
