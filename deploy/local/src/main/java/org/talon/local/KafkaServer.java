package org.talon.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A {@link LocalKafka} as a process of its own, which can be killed. Arguments: its directory, its port, the port at which clients are
 * told to find it. It ends when its input does, and so with whoever started it.
 */
public final class KafkaServer {

    private KafkaServer() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        try (LocalKafka kafka = LocalKafka.start(directory, Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            System.out.println("Kafka is ready on port " + kafka.port());
            while (System.in.read() >= 0) {
                // Nobody says anything to it; it waits for the end.
            }
        }
    }
}
