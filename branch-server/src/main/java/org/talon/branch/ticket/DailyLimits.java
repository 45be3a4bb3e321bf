package org.talon.branch.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.talon.branch.catalogue.Product;
import org.talon.shared.http.DomainException;

/** Never lets more of a limited service be issued for a business date than its limit; its row is the turnstile. */
@ApplicationScoped
class DailyLimits {

    private static final String TAKE = """
            insert into product_day as d (product_id, business_date, issued, daily_limit)
            values (:product, :date, 1, :limit)
            on conflict on constraint product_day_pk do update
            set issued = d.issued + 1, daily_limit = :limit
            where d.issued < :limit""";

    private final EntityManager database;

    DailyLimits(EntityManager database) {
        this.database = database;
    }

    void take(Product product, LocalDate date) {
        if (product.dailyLimit() != null
                && database.createNativeQuery(TAKE)
                                .setParameter("product", product.id())
                                .setParameter("date", date)
                                .setParameter("limit", product.dailyLimit())
                                .executeUpdate()
                        == 0) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "daily-limit-reached",
                    "all " + product.dailyLimit() + " of " + product.name() + " for " + date + " are issued");
        }
    }
}
