/**
 * How a branch's events come to the centre exactly once, in order and without a hole, whatever happens in between: both ends of
 * the protocol as plain rules. Tables and Kafka stand behind its interfaces; it knows neither.
 */
@NullMarked
package org.talon.shared.federation;

import org.jspecify.annotations.NullMarked;
