package org.talon.branch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.figures.EventFigures;
import org.talon.shared.figures.FigureKey;
import org.talon.shared.figures.Tally;

/** What the branch's own tickets say is what its events say, group by group, whatever visitors and operators do. */
@BranchTest
class RecordsEqualEventsTest {

    private static final int ACTIONS = 400;
    private static final List<String> PRODUCTS = List.of("117", "118", "119", "R1", "124");

    @Inject
    BranchFixture branch;

    @Inject
    BranchRecords records;

    @Inject
    EntityManager database;

    @Inject
    BranchCalendar calendar;

    @Test
    void whatever_happens_the_figures_of_records_and_events_are_the_same() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        branch.empty();
        branch.newDayAt("08:30");
        Instant from = calendar.startOf(calendar.today());
        long lastEvent = lastEvent();

        live(new Random(seed));

        Map<FigureKey, Tally> byRecords = new HashMap<>();
        records.facts(from, branch.now().plusSeconds(1), (key, tally) -> sum(byRecords, key, tally));
        Map<FigureKey, Tally> byEvents = eventsAfter(lastEvent);
        assertThat(shown(byRecords)).as("seed %d", seed).isEqualTo(shown(byEvents));
        Tally total = new Tally();
        byRecords.values().forEach(total::add);
        assertThat(total.counts().completed()).isPositive();
        assertThat(total.counts().redirected()).isPositive();
        assertThat(total.counts().cancelled()).isPositive();
    }

    /** Whatever a person may press, he presses; a refusal is as good an answer as any. */
    private void live(Random random) {
        Person admin = branch.admin();
        List<Person> operators =
                List.of(branch.operator(1), branch.operator(2), branch.operator(4), branch.operator(5));
        Person visitor = branch.visitor("chance");
        for (int n = 0; n < ACTIONS; n++) {
            branch.passes(random.nextInt(90));
            Person operator = operators.get(random.nextInt(operators.size()));
            String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> admin.issues(product, random.nextInt(5));
                case 3 -> cancelAny(admin, random);
                case 4 -> visitor.posts("booking/book/" + calendar.today() + "/10:30?confirm=true&productId=123");
                case 5, 6 -> operator.posts("operation/invite");
                case 7, 8 -> operator.posts("operation/start");
                case 9, 10 -> operator.posts("operation/complete");
                case 11 -> operator.posts(random.nextBoolean() ? "operation/reject" : "operation/hold");
                case 12 -> operator.posts("operation/redirect/118?returnAfter=" + random.nextBoolean());
                default -> operator.posts(random.nextBoolean() ? "operation/recall" : "operation/break/begin");
            }
            operator.posts("operation/break/end");
        }
    }

    private static void cancelAny(Person admin, Random random) {
        List<Map<String, Object>> tickets =
                admin.gets("queue/admin/tickets").jsonPath().getList("");
        if (!tickets.isEmpty()) {
            var ticket = tickets.get(random.nextInt(tickets.size()));
            var part = (Map<?, ?>) ((List<?>) ticket.get("Products")).getLast();
            admin.posts("queue/admin/tickets/" + ticket.get("Id") + "/" + part.get("Id") + "/cancel");
        }
    }

    private long lastEvent() {
        return ((Number) database.createNativeQuery("select coalesce(max(id), 0) from outbox")
                        .getSingleResult())
                .longValue();
    }

    @SuppressWarnings("unchecked")
    private Map<FigureKey, Tally> eventsAfter(long last) {
        EventCodec codec = new EventCodec();
        Map<FigureKey, Tally> figures = new HashMap<>();
        List<Object[]> rows = database.createNativeQuery(
                        "select type, version, occurred_at, business_date, business_hour, cast(data as text) from outbox"
                                + " where id > :last order by id")
                .setParameter("last", last)
                .getResultList();
        for (Object[] row : rows) {
            LocalDate date = row[3] instanceof Date day ? day.toLocalDate() : (LocalDate) row[3];
            int hour = ((Number) row[4]).intValue();
            EventEnvelope envelope = new EventEnvelope(
                    new UUID(0, 1),
                    1,
                    1L,
                    new UUID(0, 2),
                    (String) row[0],
                    ((Number) row[1]).intValue(),
                    (Instant) row[2],
                    date,
                    hour,
                    codec.data((String) row[5]));
            codec.event(envelope)
                    .ifPresent(event -> EventFigures.of(event, date, hour, (key, tally) -> sum(figures, key, tally)));
        }
        return figures;
    }

    private static void sum(Map<FigureKey, Tally> sums, FigureKey key, Tally tally) {
        sums.computeIfAbsent(key, any -> new Tally()).add(tally);
    }

    private static Map<FigureKey, String> shown(Map<FigureKey, Tally> figures) {
        Map<FigureKey, String> shown = new HashMap<>();
        figures.forEach((key, tally) -> shown.put(key, tally.counts() + " " + tally.waitBuckets()));
        return shown;
    }
}
