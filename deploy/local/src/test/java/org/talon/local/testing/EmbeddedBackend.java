package org.talon.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.talon.local.LocalKafka;
import org.talon.local.LocalPostgres;
import org.talon.local.LocalStartException;

/** The backend inside this process; its data lies among the temporary files, under the process's number, until the end. */
final class EmbeddedBackend {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "talon-test-";

    private EmbeddedBackend() {}

    static Map<String, String> start() {
        clearUpAfterKilledRuns();
        LocalPostgres postgres = postgres(own("postgres"));
        LocalKafka kafka = kafka(own("kafka"));
        return Map.of(
                SharedBackend.POSTGRES,
                postgres.jdbcUrl(""),
                SharedBackend.USERNAME,
                LocalPostgres.USERNAME,
                SharedBackend.PASSWORD,
                LocalPostgres.PASSWORD,
                SharedBackend.KAFKA,
                kafka.bootstrapServers());
    }

    private static LocalPostgres postgres(Path data) {
        LocalPostgres postgres = LocalPostgres.start(data, 0);
        atTheEnd(() -> {
            postgres.close();
            LocalPostgres.erase(data);
        });
        return postgres;
    }

    private static LocalKafka kafka(Path data) {
        LocalKafka kafka = LocalKafka.start(data, 0);
        atTheEnd(() -> {
            kafka.close();
            LocalKafka.erase(data);
        });
        return kafka;
    }

    private static void atTheEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "test-backend-stop"));
    }

    private static Path own(String server) {
        return TEMPORARY.resolve(PREFIX + server + "-" + ProcessHandle.current().pid());
    }

    /** A test run that was killed leaves its PostgreSQL running. */
    private static void clearUpAfterKilledRuns() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(TEMPORARY, PREFIX + "*-*")) {
            for (Path data : left) {
                if (!ownerIsAlive(data)) {
                    eraseIfAllowed(data);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ownerIsAlive(Path data) {
        String name = data.toString();
        long owner = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
        return owner != ProcessHandle.current().pid() && ProcessHandle.of(owner).isPresent();
    }

    private static void eraseIfAllowed(Path data) {
        try {
            LocalPostgres.erase(data);
        } catch (LocalStartException ofAnotherUser) {
            System.err.println(ofAnotherUser.getMessage());
        }
    }
}
