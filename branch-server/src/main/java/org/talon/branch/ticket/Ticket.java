package org.talon.branch.ticket;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.TicketIssued.IssuedProduct;

/** A visitor's ticket: one number, one PIN, one or more services. It is open until the last of them has ended. */
@Entity
public class Ticket {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // queries read it
    private LocalDate businessDate;

    private String prefix;
    private int number;
    private String pinCode;
    private Instant createdAt;
    private @Nullable Instant closedAt;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<TicketProduct> products = new ArrayList<>();

    protected Ticket() {}

    Ticket(UUID id, LocalDate businessDate, TicketNumber number, String pinCode, Instant at) {
        this.id = id;
        this.businessDate = businessDate;
        this.prefix = number.prefix();
        this.number = number.number();
        this.pinCode = pinCode;
        this.createdAt = at;
    }

    TicketProduct queueFor(UUID ticketProductId, UUID productId, int priority) {
        TicketProduct product = new TicketProduct(ticketProductId, this, productId, priority, createdAt);
        products.add(product);
        return product;
    }

    TicketIssued issued() {
        return new TicketIssued(
                id,
                prefix,
                number,
                products.stream()
                        .map(p -> new IssuedProduct(p.id(), p.productId(), p.priority()))
                        .toList(),
                createdAt);
    }

    /** Closes the ticket with the end of its last service. */
    void closeIfAllEnded(Instant at) {
        if (closedAt == null && products.stream().allMatch(p -> p.state().isEnd())) {
            closedAt = at;
        }
    }

    /** As the wire counts it: closed, or as far as its furthest service. */
    TicketState state() {
        if (closedAt != null) {
            return TicketState.CLOSED;
        }
        return products.stream()
                .map(p -> TicketState.of(p.state()))
                .filter(state -> state != TicketState.CLOSED)
                .max(Enum::compareTo)
                .orElse(TicketState.CLOSED);
    }

    public UUID id() {
        return id;
    }

    TicketNumber number() {
        return new TicketNumber(prefix, number);
    }

    String pinCode() {
        return pinCode;
    }

    Instant createdAt() {
        return createdAt;
    }

    List<TicketProduct> products() {
        return List.copyOf(products);
    }
}
