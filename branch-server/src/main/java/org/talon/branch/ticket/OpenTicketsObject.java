package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CatalogueProposed;

/** Objects to a catalogue that would take away a service, or a workplace, that open tickets need. */
@ApplicationScoped
class OpenTicketsObject {

    private static final String NEEDED = """
            select n.kind, n.id, n.name, count(*), min(t.prefix || lpad(cast(t.number as text), 3, '0'))
            from ticket_product p
            join ticket t on t.id = p.ticket_id
            cross join lateral (
                select 'service', r.id, r.name from product r where r.id in (p.product_id, p.return_product_id)
                union all
                select 'workplace', w.id, w.name from work_place w
                where w.id in (case when p.state in ('INVITED', 'OPERATING', 'HELD') then p.work_place_id end,
                               p.to_work_place_id, p.return_work_place_id)
            ) n (kind, id, name)
            where p.ended_at is null
            group by n.kind, n.id, n.name
            order by n.kind, n.name""";

    private final EntityManager database;

    OpenTicketsObject(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    void onProposal(@Observes CatalogueProposed proposed) {
        List<Object[]> needed = database.createNativeQuery(NEEDED).getResultList();
        for (Object[] row : needed) {
            if (!stays(row[0].toString(), (UUID) row[1], proposed.catalogue())) {
                proposed.object("the " + row[0] + " \"" + row[2] + "\" is gone, but " + row[3]
                        + " open tickets need it, such as " + row[4]);
            }
        }
    }

    private static boolean stays(String kind, UUID id, Catalogue next) {
        return kind.equals("service")
                ? next.product(id).isPresent()
                : next.workPlace(id).isPresent();
    }
}
