package org.talon.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.talon.driver.BranchClient;
import org.talon.driver.Refused;
import org.talon.driver.Visit;
import org.talon.network.DemoLogins;

/** Where visitors come in, at random moments, and where a few of those who wait go out again. */
final class Door implements Visitors.Habit {
    private static final double MEAN_SECONDS = 8;
    private static final double SHORTEST = 0.5;
    private static final double WHO_LEAVE = 0.06;
    private static final double WITH_PRIORITY = 0.1;
    private static final int CONFLICT = 409;

    private final BranchClient branch;
    private final Random random;

    Door(BranchClient branch, Random random) {
        this.branch = branch.login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD);
        this.random = random;
    }

    @Override
    public Duration once() {
        String product = DemoCatalogue.PRODUCTS.get(random.nextInt(DemoCatalogue.PRODUCTS.size()));
        branch.issue(product, random.nextDouble() < WITH_PRIORITY ? 1 : 0);
        if (random.nextDouble() < WHO_LEAVE) {
            oneLeaves();
        }
        return Duration.ofMillis((long) (1000 * Math.max(SHORTEST, -MEAN_SECONDS * Math.log(1 - random.nextDouble()))));
    }

    private void oneLeaves() {
        List<Visit> waiting = branch.waiting();
        if (!waiting.isEmpty()) {
            try {
                branch.cancel(waiting.get(random.nextInt(waiting.size())));
            } catch (Refused refused) {
                if (refused.status() != CONFLICT) {
                    throw refused;
                }
                // called in the same moment: so he stays
            }
        }
    }
}
