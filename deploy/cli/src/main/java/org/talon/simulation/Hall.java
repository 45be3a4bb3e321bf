package org.talon.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;

/** Visitors of a branch: transactions that run side by side, each of a few tickets that nobody else touches meanwhile. */
final class Hall {

    private static final int MOST_OPEN = 3;

    private final World world;
    private final Branch branch;
    private final UUID product;
    private final UUID workPlace;
    private final UUID user;
    private final List<Open> open = new ArrayList<>();

    /** A transaction and the tickets that it holds. */
    private record Open(
            BranchDatabase.Transaction transaction, Map<UUID, BranchDatabase.Ticket> changes, Set<UUID> over) {}

    Hall(World world, Branch branch) {
        this.world = world;
        this.branch = branch;
        this.product = world.id();
        this.workPlace = world.id();
        this.user = world.id();
    }

    void acts() {
        if (open.isEmpty() || (open.size() < MOST_OPEN && world.below(3) == 0)) {
            open.add(new Open(branch.database().new Transaction(), new HashMap<>(), new HashSet<>()));
            return;
        }
        Open one = open.get(world.below(open.size()));
        switch (world.below(5)) {
            case 0 -> ends(one, true);
            case 1 -> ends(one, world.below(4) > 0);
            default -> happens(one);
        }
    }

    /** So that nothing is under way. */
    void comesToRest() {
        while (!open.isEmpty()) {
            ends(open.getFirst(), true);
        }
    }

    /** With the database on which it ran. */
    void isGone() {
        open.clear();
    }

    private void ends(Open one, boolean commits) {
        open.remove(one);
        world.passMoment();
        if (!commits) {
            one.transaction.rollBack();
            return;
        }
        one.transaction.commit();
        branch.database().tickets().putAll(one.changes);
        one.over.forEach(branch.database().tickets()::remove);
        world.note(branch.id.toString().substring(0, 4) + " commits " + one.changes.size() + " changes");
    }

    private void happens(Open one) {
        List<BranchDatabase.Ticket> free = branch.database().tickets().values().stream()
                .filter(ticket -> open.stream()
                        .noneMatch(other -> other.changes.containsKey(ticket.id()) || other.over.contains(ticket.id())))
                .toList();
        if (free.isEmpty() || world.below(3) == 0) {
            isIssued(one);
        } else {
            goesOn(one, free.get(world.below(free.size())));
        }
    }

    private void isIssued(Open one) {
        UUID ticket = world.id();
        one.transaction.append(new TicketIssued(
                ticket, "A", 1, List.of(new TicketIssued.IssuedProduct(serviceOf(ticket), product, 0)), world.now()));
        one.changes.put(ticket, new BranchDatabase.Ticket(ticket, false, world.now()));
    }

    private void goesOn(Open one, BranchDatabase.Ticket ticket) {
        UUID id = ticket.id();
        BranchEvent event;
        if (ticket.called()) {
            event = new ServiceCompleted(serviceOf(id), id, product, workPlace, user, world.below(900), world.now());
            one.over.add(id);
        } else if (world.below(4) == 0) {
            event = new ProductCancelled(serviceOf(id), id, product, world.now());
            one.over.add(id);
        } else {
            long waited = Math.max(
                    0,
                    java.time.Duration.between(ticket.issuedAt(), world.now()).toSeconds());
            event = new VisitorInvited(
                    serviceOf(id), id, product, workPlace, user, 1, waited, waited <= 900, world.now());
            one.changes.put(id, new BranchDatabase.Ticket(id, true, ticket.issuedAt()));
        }
        one.transaction.append(event);
    }

    private static UUID serviceOf(UUID ticket) {
        return new UUID(ticket.getMostSignificantBits(), ~ticket.getLeastSignificantBits());
    }
}
