package org.talon.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.BranchIntroduced.Named;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;

/** The events of a branch that never was: visitors who come, are called, served and go, one after another. */
final class SyntheticBranch {
    private static final Instant MORNING = Instant.parse("2026-01-15T06:00:00Z");
    private static final int DAY_SECONDS = 36_000;
    private static final int KINDS = 6;
    private static final long WAIT = 300;
    private static final long SERVICE = 240;

    private final EventCodec codec = new EventCodec();
    private final UUID id;
    private final List<EventEnvelope> events = new ArrayList<>();

    private SyntheticBranch(UUID id) {
        this.id = id;
    }

    static List<EventEnvelope> of(UUID id, int tickets) {
        SyntheticBranch branch = new SyntheticBranch(id);
        branch.introduce();
        for (int n = 0; n < tickets; n++) {
            branch.visit(n, MORNING.plusSeconds((long) n * DAY_SECONDS / tickets));
        }
        return branch.events;
    }

    private void introduce() {
        List<Named> products = new ArrayList<>();
        for (int n = 0; n < KINDS; n++) {
            products.add(new Named(named("product", n), "Service " + n));
        }
        add(new BranchIntroduced(
                "Synthetic " + id,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Etc/UTC",
                EventCodec.PROTOCOL,
                "bench",
                products,
                List.of(),
                List.of(),
                MORNING));
    }

    private void visit(int n, Instant issued) {
        UUID ticket = named("ticket", n);
        UUID service = named("service", n);
        UUID product = named("product", n % KINDS);
        UUID place = named("place", n % KINDS);
        UUID user = named("user", n % KINDS);
        Instant called = issued.plusSeconds(WAIT + n % WAIT);
        Instant ended = called.plusSeconds(SERVICE);
        add(new TicketIssued(ticket, "A", n + 1, List.of(new TicketIssued.IssuedProduct(service, product, 0)), issued));
        add(new VisitorInvited(service, ticket, product, place, user, 1, WAIT + n % WAIT, true, called));
        add(new ServiceStarted(service, ticket, product, place, user, called));
        add(new ServiceCompleted(service, ticket, product, place, user, SERVICE, ended));
    }

    private void add(BranchEvent event) {
        long seq = events.size() + 1L;
        events.add(new EventEnvelope(
                id,
                1,
                seq,
                named("event", (int) seq),
                EventCodec.typeOf(event),
                EventCodec.VERSION,
                event.at(),
                LocalDate.parse("2026-01-15"),
                (int) (event.at().getEpochSecond() % 86_400 / 3600),
                codec.data(event)));
    }

    private UUID named(String kind, int n) {
        return UUID.nameUUIDFromBytes((id + kind + n).getBytes(StandardCharsets.UTF_8));
    }
}
