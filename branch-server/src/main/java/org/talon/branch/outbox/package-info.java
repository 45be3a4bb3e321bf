/** Events on their way out: appended with the change they tell of, numbered, sent to Kafka. Knows nothing of what they mean. */
@NullMarked
package org.talon.branch.outbox;

import org.jspecify.annotations.NullMarked;
