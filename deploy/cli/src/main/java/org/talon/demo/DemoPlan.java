package org.talon.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.talon.network.NetworkPlan;

/**
 * What {@code talon up} was asked for.
 *
 * @param portBase the n-th branch listens on this plus n
 */
public record DemoPlan(int branches, int portBase, int centrePort, boolean visitors, boolean fresh) {

    NetworkPlan network() {
        List<NetworkPlan.Branch> all = new ArrayList<>();
        for (int n = 1; n <= branches; n++) {
            all.add(DemoCatalogue.branch(n, portBase + n));
        }
        return new NetworkPlan(
                centrePort,
                all,
                null,
                Map.of(
                        "talon.outbox.heartbeat-every", "2s",
                        // The booking site of the demo is whoever tries it out on this machine.
                        "talon.booking.trusted-addresses", "127.0.0.0/8"));
    }
}
