package org.talon.demo;

import java.time.Duration;
import java.util.Random;
import org.talon.driver.OperatorClient;

/** An operator who calls, serves, and now and then finds that nobody comes. Goes on wherever he was left. */
final class Clerk implements Visitors.Habit {
    private static final double NO_SHOWS = 0.07;

    private final OperatorClient operator;
    private final Random random;
    private OperatorClient.Work work;

    Clerk(OperatorClient operator, Random random) {
        this.operator = operator;
        this.random = random;
        this.work = operator.state();
    }

    @Override
    public Duration once() {
        return switch (work) {
            case NOBODY -> call();
            case INVITED -> random.nextDouble() < NO_SHOWS ? giveUp() : begin();
            case OPERATING -> end();
        };
    }

    private Duration call() {
        if (operator.inviteNext()) {
            work = OperatorClient.Work.INVITED;
        }
        return seconds(1, 4);
    }

    private Duration giveUp() {
        operator.reject();
        work = OperatorClient.Work.NOBODY;
        return seconds(1, 2);
    }

    private Duration begin() {
        operator.start();
        work = OperatorClient.Work.OPERATING;
        return seconds(8, 28);
    }

    private Duration end() {
        operator.complete();
        work = OperatorClient.Work.NOBODY;
        return seconds(1, 3);
    }

    private Duration seconds(int least, int most) {
        return Duration.ofMillis(1000L * least + random.nextInt(1000 * (most - least)));
    }
}
