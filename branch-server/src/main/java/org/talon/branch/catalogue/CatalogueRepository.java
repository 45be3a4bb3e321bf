package org.talon.branch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Catalogues as they were applied, and every product, workplace and person that ever stood in one. */
@ApplicationScoped
class CatalogueRepository {

    private final EntityManager database;

    CatalogueRepository(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    Optional<CatalogueVersion> last() {
        List<Object[]> newest = database.createNativeQuery(
                        "select version, source, applied_at from catalogue order by version desc limit 1")
                .getResultList();
        return newest.stream()
                .findFirst()
                .map(row -> new CatalogueVersion(((Number) row[0]).intValue(), (String) row[1], (Instant) row[2]));
    }

    int lastNumber() {
        return ((Number) database.createNativeQuery("select coalesce(max(version), 0) from catalogue")
                        .getSingleResult())
                .intValue();
    }

    /** Two processes of one branch that start at once take turns here. */
    void lock() {
        database.createNativeQuery("lock table catalogue in exclusive mode").executeUpdate();
    }

    /** Nobody takes over another catalogue before the caller's transaction is over. */
    void keepInForce() {
        database.createNativeQuery("lock table catalogue in row share mode").executeUpdate();
    }

    void keep(String source, Instant at) {
        database.createNativeQuery("insert into catalogue (source, applied_at) values (:source, :at)")
                .setParameter("source", source)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Waits for those who are getting a ticket for a service that goes; nobody gets one afterwards. */
    void withdrawProductsNotIn(Catalogue catalogue) {
        UUID[] stay = catalogue.products().stream().map(Product::id).toArray(UUID[]::new);
        database.createNativeQuery("""
                        with gone as (select id from product where in_catalogue and id <> all (:stay) order by id for update)
                        update product set in_catalogue = false where id in (select id from gone)""").setParameter("stay", stay).executeUpdate();
    }

    /** What is no longer in the catalogue keeps its row, and with it the history that refers to it. */
    void refer(Catalogue catalogue) {
        catalogue.products().forEach(p -> refer("product", p.id(), p.name()));
        database.createNativeQuery("update product set in_catalogue = true where not in_catalogue and id = any (:ids)")
                .setParameter(
                        "ids", catalogue.products().stream().map(Product::id).toArray(UUID[]::new))
                .executeUpdate();
        catalogue.workPlaces().forEach(w -> refer("work_place", w.id(), w.name()));
        catalogue.staff().forEach(s -> refer("staff", s.id(), s.name()));
    }

    String nameIn(String table, UUID id) {
        return (String) database.createNativeQuery("select name from " + table + " where id = :id", String.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private void refer(String table, UUID id, String name) {
        database.createNativeQuery("insert into " + table + " (id, name) values (:id, :name)"
                        + " on conflict (id) do update set name = excluded.name where "
                        + table + ".name is distinct from excluded.name")
                .setParameter("id", id)
                .setParameter("name", name)
                .executeUpdate();
    }
}
