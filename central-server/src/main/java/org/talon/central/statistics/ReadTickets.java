package org.talon.central.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.central.network.Network;
import org.talon.central.network.Server;
import org.talon.shared.http.DateRange;
import org.talon.shared.wire.StateNumbers;

/** What the figures of a period are made of, ticket by ticket; all of one moment of the database. */
@ApplicationScoped
class ReadTickets {

    private final Snapshot snapshot;
    private final Network network;
    private final TicketTables tables;
    private final NameTables names;

    ReadTickets(Snapshot snapshot, Network network, TicketTables tables, NameTables names) {
        this.snapshot = snapshot;
        this.network = network;
        this.tables = tables;
        this.names = names;
    }

    /** Tickets in order of issue, and whether they are all. */
    record Found(List<TicketView> tickets, String completeness) {}

    @Transactional
    Found of(TicketPage page) {
        snapshot.begin();
        List<Server> servers = page.servers().among(network.everKnown());
        List<TicketTables.Ticket> tickets = tables.issued(
                servers.stream().map(server -> asked(server, page.days())).toList(), page.paging());
        Map<UUID, List<TicketTables.Product>> products = tables.productsOf(tickets);
        Names known = names.of(servers);
        List<TicketView> views = tickets.stream()
                .map(ticket -> view(ticket, products.getOrDefault(ticket.id(), List.of()), known))
                .toList();
        return new Found(views, Server.completenessOf(servers));
    }

    private static TicketTables.Asked asked(Server server, DateRange days) {
        return new TicketTables.Asked(
                server.id(),
                days.first().atStartOfDay(server.zone()).toInstant(),
                days.last().plusDays(1).atStartOfDay(server.zone()).toInstant());
    }

    private static TicketView view(TicketTables.Ticket ticket, List<TicketTables.Product> products, Names names) {
        TicketHead head = TicketHead.of(
                ticket.id(),
                ticket.branchId(),
                ticket.createdAt(),
                ticket.prefix(),
                ticket.number(),
                products.stream().map(TicketTables.Product::state).toList());
        return new TicketView(
                head,
                products.stream()
                        .map(product -> view(product, head, ticket.bookedFor(), names))
                        .toList());
    }

    private static TicketProductView view(
            TicketTables.Product product, TicketHead ticket, @Nullable Instant bookedFor, Names names) {
        return new TicketProductView(
                product.id(),
                names.of("product", product.productId()),
                product.queuedAt() == null ? bookedFor : product.queuedAt(),
                bookedFor != null,
                ticket,
                product.productId(),
                StateNumbers.ofProduct(product.state()),
                product.state(),
                product.priority(),
                product.queuedAt(),
                product.invitedAt(),
                product.startedAt(),
                product.endedAt(),
                TicketProductView.NamedView.of("workplace", product.workPlaceId(), names),
                TicketProductView.NamedView.of("user", product.userId(), names));
    }
}
