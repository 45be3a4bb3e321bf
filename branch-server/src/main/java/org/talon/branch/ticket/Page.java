package org.talon.branch.ticket;

import io.vertx.core.http.HttpServerResponse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** One page of a list of tickets. The cursor is the last ticket of the page before. */
public record Page(int limit, Optional<UUID> after) {

    /** The header that carries the cursor of the next page. */
    private static final String NEXT = "X-Next";

    private static final int USUAL = 1000;
    private static final int MOST = 10_000;

    public static Page of(Parameters parameters) {
        return new Page(parameters.integer("limit", 1, MOST).orElse(USUAL), parameters.guid("after"));
    }

    /**
     * Ids of one page.
     *
     * @param query selects {@code t.id} from Ticket t
     * @param order what the tickets are in the order of, with %s for the ticket; of two that are equal in it the older one is first
     */
    List<UUID> of(EntityManager database, String query, String order, Consumer<TypedQuery<UUID>> bind) {
        String own = order.formatted("t");
        String former = "(select " + order.formatted("a") + " from Ticket a where a.id = :after)";
        String behind = " and (" + own + " > " + former + " or (" + own + " = " + former + " and t.id > :after))";
        after.ifPresent(id -> requireTicket(database, id));
        TypedQuery<UUID> page = database.createQuery(
                query + (after.isEmpty() ? "" : behind) + " order by " + own + ", t.id", UUID.class);
        bind.accept(page);
        after.ifPresent(id -> page.setParameter("after", id));
        return page.setMaxResults(limit).getResultList();
    }

    private static void requireTicket(EntityManager database, UUID id) {
        if (database.find(Ticket.class, id) == null) {
            throw DomainException.badParameter("after", "expected what " + NEXT + " said of the page before");
        }
    }

    /** A full page names where the next one begins. */
    public List<Ticket> announced(List<Ticket> found, HttpServerResponse response) {
        if (found.size() == limit) {
            response.putHeader(NEXT, found.getLast().id().toString());
        }
        return found;
    }
}
