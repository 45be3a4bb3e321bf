package org.talon.torture;

/**
 * A branch whose database goes back to what it was when the storm began, as one that was restored from a backup: its files are copied while
 * it is down. Its callers know that what was done since then is forgotten.
 */
final class Restore {

    private final Cluster cluster;
    private final Hall hall;
    private final Runnable killServer;
    private Runnable forget = () -> {};

    /** @param killServer kills the one process of the branch, which is started again by itself */
    Restore(Cluster cluster, Hall hall, Runnable killServer) {
        this.cluster = cluster;
        this.hall = hall;
        this.killServer = killServer;
    }

    void takeBackup() {
        hall.whileStill(() -> {
            cluster.copyAside();
            forget = hall.mark();
        });
    }

    void goBack() {
        hall.whileStill(() -> {
            cluster.goBackToCopy();
            killServer.run();
            forget.run();
        });
    }
}
