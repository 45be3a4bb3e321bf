package org.talon.demo;

import java.util.stream.Collectors;
import org.talon.network.Network;
import org.talon.network.NetworkPlan;

/** What a person needs to know once the network runs. */
final class Welcome {
    private Welcome() {}

    static String to(NetworkPlan plan, Network network) {
        String branches = plan.branches().stream()
                .map(branch -> "  %s  http://localhost:%d".formatted(branch.name(), branch.port()))
                .collect(Collectors.joining("\n"));
        int example =
                plan.branches().get(Math.min(1, plan.branches().size() - 1)).port();
        return """

                The network is ready.

                  Centre           http://localhost:%1$d
                %2$s
                  PostgreSQL       %3$s (user postgres, password postgres; databases centre, branch_1 …)
                  Kafka            %4$s
                  Logs             .talon/logs

                Demo logins, the same in every branch: hall administrator admin / admin-demo, operators op1 … op6 / demo
                at workplaces wp-1 … wp-6, board board-1, survey console survey-1. Centre: analyst / demo.
                Simulated visitors are served at wp-4 … wp-6; wp-1 … wp-3 are yours.

                Try it: a ticket in a branch, then the figures of the centre.

                  token=$(curl -s -d login=admin -d password=admin-demo http://localhost:%5$d/queue/admin/login | tr -d '"')
                  curl -s -H "Authorization: $token" -d productId=117 http://localhost:%5$d/queue/admin/tickets/new
                  token=$(curl -s -d login=analyst -d password=demo http://localhost:%1$d/login | tr -d '"')
                  curl -s -H "Authorization: $token" http://localhost:%1$d/queue/statistics

                Ctrl-C stops everything.
                """.formatted(plan.centrePort(), branches, network.jdbcUrl(""), network.kafka(), example);
    }
}
