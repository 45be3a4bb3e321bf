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

/** One page of a list of tickets in order of issue. The cursor is the last ticket of the page before. */
record Page(int limit, Optional<UUID> after) {

    /** The header that carries the cursor of the next page. */
    private static final String NEXT = "X-Next";

    private static final int USUAL = 1000;
    private static final int MOST = 10_000;

    static Page of(Parameters parameters) {
        return new Page(parameters.integer("limit", 1, MOST).orElse(USUAL), parameters.guid("after"));
    }

    /** Ids of one page; {@code query} selects {@code t.id} from Ticket t. */
    List<UUID> of(EntityManager database, String query, Consumer<TypedQuery<UUID>> bind) {
        String behind = after.isEmpty()
                ? ""
                : " and (t.createdAt > (select a.createdAt from Ticket a where a.id = :after)"
                        + " or (t.createdAt = (select a.createdAt from Ticket a where a.id = :after) and t.id > :after))";
        after.ifPresent(id -> requireTicket(database, id));
        TypedQuery<UUID> page = database.createQuery(query + behind + " order by t.createdAt, t.id", UUID.class);
        bind.accept(page);
        after.ifPresent(id -> page.setParameter("after", id));
        return page.setMaxResults(limit).getResultList();
    }

    private static void requireTicket(EntityManager database, UUID id) {
        if (database.find(Ticket.class, id) == null) {
            throw DomainException.badParameter("after", "expected what " + NEXT + " said of the page before");
        }
    }

    /** The tickets of this page; a full page names where the next one begins. */
    List<TicketView> answer(List<Ticket> found, TicketViews views, HttpServerResponse response) {
        if (found.size() == limit) {
            response.putHeader(NEXT, found.getLast().id().toString());
        }
        return views.list(found);
    }
}
