package org.talon.branch.ticket;

import io.vertx.core.http.HttpServerResponse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.talon.shared.http.Paging;
import org.talon.shared.http.Parameters;

/** One page of a list of tickets. The cursor is the last ticket of the page before. */
public record Page(Paging paging) {

    public static Page of(Parameters parameters) {
        return new Page(Paging.of(parameters));
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
        Optional<UUID> after = paging.after();
        after.ifPresent(id -> requireTicket(database, id, order));
        TypedQuery<UUID> page = database.createQuery(
                query + (after.isEmpty() ? "" : behind) + " order by " + own + ", t.id", UUID.class);
        bind.accept(page);
        after.ifPresent(id -> page.setParameter("after", id));
        return page.setMaxResults(paging.limit()).getResultList();
    }

    /** One that has a place in this order. */
    private static void requireTicket(EntityManager database, UUID id, String order) {
        boolean isOne = database.createQuery(
                                "select count(a) from Ticket a where a.id = :id and " + order.formatted("a")
                                        + " is not null",
                                Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
        if (!isOne) {
            throw Paging.noSuchCursor();
        }
    }

    /** Tells of the next page, where there may be one. */
    public List<Ticket> announced(List<Ticket> found, HttpServerResponse response) {
        paging.nextAfter(found, Ticket::id).ifPresent(id -> response.putHeader(Paging.NEXT, id));
        return found;
    }
}
