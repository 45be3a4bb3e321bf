package org.talon.local;

import java.nio.file.Path;

/** A process with a PostgreSQL, for a test that kills it: says a line when the server runs, and then waits for its end. */
final class PostgresToBeKilled {
    private PostgresToBeKilled() {}

    public static void main(String[] directory) throws InterruptedException {
        LocalPostgres postgres = LocalPostgres.start(Path.of(directory[0]), 0);
        postgres.createDatabase("kept");
        System.out.println("runs");
        Thread.currentThread().join();
    }
}
