package org.talon.central.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.talon.central.inbox.Reconciliation;
import org.talon.central.inbox.Reconciliations;
import org.talon.shared.http.DateRange;
import org.talon.shared.http.Parameters;

/** The comparisons of any days of any branches; of all branches and the last month where nothing is asked for. */
@ApplicationScoped
class ReadReconciliation {

    private static final int DAYS = 31;

    private final Network network;
    private final Reconciliations reconciliations;
    private final Clock clock;

    ReadReconciliation(Network network, Reconciliations reconciliations, Clock clock) {
        this.network = network;
        this.reconciliations = reconciliations;
        this.clock = clock;
    }

    List<Reconciliation> of(Parameters asked) {
        DateRange days = isDated(asked) ? DateRange.of(asked) : lastMonth();
        List<UUID> servers = asked(asked).stream().map(Server::id).toList();
        return reconciliations.of(servers, days.first(), days.last());
    }

    List<Server> asked(Parameters parameters) {
        return AskedServers.of(parameters).among(network.everKnown());
    }

    private static boolean isDated(Parameters asked) {
        return asked.text("startDate").isPresent() || asked.text("endDate").isPresent();
    }

    /** A day more than there can be of it anywhere: branches ahead of UTC are in tomorrow already. */
    private DateRange lastMonth() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new DateRange(today.minusDays(DAYS), today.plusDays(1));
    }
}
