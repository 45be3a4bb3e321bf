package org.talon.network;

/** PostgreSQL and Kafka of a network, as its servers reach them. */
public interface Backend extends AutoCloseable {

    String jdbcUrl(String database);

    String kafka();

    @Override
    void close();
}
