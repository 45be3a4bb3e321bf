package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.talon.branch.catalogue.Catalogue;
import org.talon.branch.catalogue.CatalogueProposed;

/**
 * Objects to a catalogue that would take away a service, a workplace, or the last workplace of a service, that open tickets need, or
 * the time zone whose dates tickets have.
 */
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

    void onProposal(@Observes CatalogueProposed proposed) {
        objectToAnotherZone(proposed);
        objectToWhatIsGone(proposed);
    }

    /** The dates of what has happened are those of the zone in which it happened. */
    private void objectToAnotherZone(CatalogueProposed proposed) {
        proposed.inForce()
                .map(now -> now.branch().zone())
                .filter(zone -> !zone.equals(proposed.catalogue().branch().zone()) && anyTicket())
                .ifPresent(zone ->
                        proposed.object("branch.timeZone: stays " + zone + ", because there are tickets of its dates"));
    }

    private boolean anyTicket() {
        return (Boolean) database.createNativeQuery("select exists (select from ticket)", Boolean.class)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private void objectToWhatIsGone(CatalogueProposed proposed) {
        List<Object[]> needed = database.createNativeQuery(NEEDED).getResultList();
        for (Object[] row : needed) {
            String need = ", but " + row[3] + " open tickets need it, such as " + row[4];
            if (!stays(row[0].toString(), (UUID) row[1], proposed.catalogue())) {
                proposed.object("the " + row[0] + " \"" + row[2] + "\" is gone" + need);
            } else if (row[0].equals("service") && losesItsWorkPlaces((UUID) row[1], proposed)) {
                proposed.object("no workplace serves \"" + row[2] + "\" any more" + need);
            }
        }
    }

    private static boolean losesItsWorkPlaces(UUID product, CatalogueProposed proposed) {
        return proposed.inForce().filter(now -> isServed(product, now)).isPresent()
                && !isServed(product, proposed.catalogue());
    }

    private static boolean isServed(UUID product, Catalogue catalogue) {
        return catalogue.workPlaces().stream()
                .anyMatch(place -> place.productIds().contains(product));
    }

    private static boolean stays(String kind, UUID id, Catalogue next) {
        return kind.equals("service")
                ? next.product(id).isPresent()
                : next.workPlace(id).isPresent();
    }
}
