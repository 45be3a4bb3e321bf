/**
 * PostgreSQL and Kafka on this machine: starts them on a directory and a port, keeps their data, stops them.
 *
 * <p>Knows nothing of the servers that use them, of their databases and topics, or of the command line.
 */
@NullMarked
package org.talon.local;

import org.jspecify.annotations.NullMarked;
