/**
 * PostgreSQL and Kafka for the tests of every module: one of each in a test run, a database of its own for whoever asks.
 *
 * <p>Knows nothing of schemas, topics or what is tested.
 */
package org.talon.local.testing;
