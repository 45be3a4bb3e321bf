package org.talon.network;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.report.CannotRun;

/**
 * What a network is to be.
 *
 * @param simulatedFrom where all clocks stand at first; null for real time
 * @param settings of all servers, beyond what makes them find each other
 * @param ofCentre what the centre alone is started with
 * @param ofBranches what the branches alone are started with
 * @param linked whether servers reach Kafka by a {@link Link} that can be cut
 */
public record NetworkPlan(
        int centrePort,
        List<Branch> branches,
        @Nullable Instant simulatedFrom,
        Map<String, String> settings,
        Extra ofCentre,
        Extra ofBranches,
        boolean linked) {

    /**
     * What servers of one kind are started with beyond the others.
     *
     * @param agent for the virtual machine, as it takes one; null for none
     */
    public record Extra(
            Map<String, String> settings, @Nullable String agent) {
        public static final Extra NOTHING = new Extra(Map.of(), null);
    }

    /** Servers that reach Kafka directly. */
    public NetworkPlan(
            int centrePort, List<Branch> branches, @Nullable Instant simulatedFrom, Map<String, String> settings) {
        this(centrePort, branches, simulatedFrom, settings, Extra.NOTHING, Extra.NOTHING, false);
    }

    /** A branch, by its catalogue's text. */
    public record Branch(UUID id, String name, int port, String catalogue) {

        public URI at() {
            return URI.create("http://127.0.0.1:" + port);
        }
    }

    public URI centre() {
        return URI.create("http://127.0.0.1:" + centrePort);
    }

    /** Refuses before anything is started. */
    public void requireFreePorts() {
        Map<Integer, String> taken = new HashMap<>(Map.of(centrePort, "the centre"));
        branches.forEach(branch -> {
            String other = taken.put(branch.port(), branch.name());
            if (other != null) {
                throw new CannotRun("port " + branch.port() + " is wanted for both " + other + " and " + branch.name());
            }
        });
        Ports.requireFree(centrePort, "the centre");
        branches.forEach(branch -> Ports.requireFree(branch.port(), branch.name()));
    }
}
