package org.talon.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.talon.driver.BranchClient;
import org.talon.driver.OperatorClient;
import org.talon.driver.Unreachable;
import org.talon.driver.Visit;
import org.talon.network.DemoLogins;
import org.talon.network.Pause;
import org.talon.report.CannotRun;

/**
 * Makes every call exactly once in effect, however often the branch dies meanwhile: it waits for the branch, looks at what became of the
 * interrupted call, and repeats it only where nothing did.
 */
final class SteadyBranch {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String name;
    private final BranchClient branch;
    private final Runnable beforeCall;
    private final Set<String> issued = new HashSet<>();
    private final Map<String, OperatorClient> operators = new HashMap<>();

    /** @param beforeCall told of every call, for whoever counts them */
    SteadyBranch(String name, BranchClient branch, Runnable beforeCall) {
        this.name = name;
        this.branch = branch;
        this.beforeCall = beforeCall;
    }

    void open(Set<String> names) {
        branch.login(DemoLogins.ADMIN, DemoLogins.ADMIN_PASSWORD);
        int n = 1;
        for (String operator : names) {
            operators.put(
                    operator,
                    branch.identify(DemoLogins.workPlace(n), DemoLogins.operator(n), DemoLogins.OPERATOR_PASSWORD));
            n++;
        }
    }

    /** When the calls that follow are made. */
    void at(Instant moment) {
        branch.at(moment);
    }

    /** Lets time pass without anything being done. */
    void passTo(Instant moment) {
        branch.at(moment);
        once(() -> branch.moveClock(moment), () -> false);
    }

    Visit issue(String service, int priority) {
        Visit[] visit = new Visit[1];
        once(() -> visit[0] = branch.issue(service, priority), () -> {
            branch.today().stream()
                    .filter(ticket -> !issued.contains(ticket.ticketId()))
                    .findFirst()
                    .ifPresent(ticket -> visit[0] = ticket);
            return visit[0] != null;
        });
        issued.add(visit[0].ticketId());
        return visit[0];
    }

    void cancel(Visit visit) {
        once(() -> branch.cancel(visit), () -> isPast(visit, Visit.State.IN_QUEUE));
    }

    void invite(String operator, Visit visit) {
        once(() -> operator(operator).invite(visit), () -> isPast(visit, Visit.State.IN_QUEUE));
    }

    void start(String operator, Visit visit) {
        once(() -> operator(operator).start(), () -> isPast(visit, Visit.State.INVITED));
    }

    void complete(String operator, Visit visit) {
        once(() -> operator(operator).complete(), () -> isPast(visit, Visit.State.OPERATING));
    }

    private OperatorClient operator(String name) {
        OperatorClient operator = operators.get(name);
        if (operator == null) {
            throw new IllegalStateException("operator " + name + " was never seated");
        }
        return operator;
    }

    private boolean isPast(Visit visit, Visit.State state) {
        return branch.visit(visit.ticketId()).state().compareTo(state) > 0;
    }

    private void once(Runnable call, BooleanSupplier done) {
        beforeCall.run();
        try {
            call.run();
        } catch (Unreachable interrupted) {
            recover(call, done);
        }
    }

    private void recover(Runnable call, BooleanSupplier done) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            try {
                awaitReady(limit);
                if (!done.getAsBoolean()) {
                    call.run();
                }
                return;
            } catch (Unreachable again) {
                Pause.of(BETWEEN_LOOKS);
            }
        }
        throw new CannotRun(name + " did not come back within " + LIMIT.toSeconds() + " s");
    }

    private void awaitReady(long limit) {
        while (!branch.isReady() && System.nanoTime() < limit) {
            Pause.of(BETWEEN_LOOKS);
        }
    }
}
