package org.talon.central.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.talon.shared.federation.Message.Fact;
import org.talon.shared.figures.FigureKey;
import org.talon.shared.figures.Tally;

/** The figures: what a batch adds, summed up before it is written. */
final class Rollups implements Projection {

    private record Key(UUID branchId, FigureKey figure) {}

    private static final String ADD = """
            insert into rollup as r (branch_id, business_date, hour, product_id, user_id, work_place_id, issued,
                completed, rejected, cancelled, redirected, expired, wait_sum_seconds, wait_count, max_wait_seconds,
                within_target, service_sum_seconds, service_count)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint rollup_key do update
            set issued = r.issued + excluded.issued,
                completed = r.completed + excluded.completed,
                rejected = r.rejected + excluded.rejected,
                cancelled = r.cancelled + excluded.cancelled,
                redirected = r.redirected + excluded.redirected,
                expired = r.expired + excluded.expired,
                wait_sum_seconds = r.wait_sum_seconds + excluded.wait_sum_seconds,
                wait_count = r.wait_count + excluded.wait_count,
                max_wait_seconds = greatest(r.max_wait_seconds, excluded.max_wait_seconds),
                within_target = r.within_target + excluded.within_target,
                service_sum_seconds = r.service_sum_seconds + excluded.service_sum_seconds,
                service_count = r.service_count + excluded.service_count""";

    private static final String ADD_WAITS = """
            insert into rollup_wait as r (branch_id, business_date, hour, product_id, user_id, work_place_id, bucket,
                                          count)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint rollup_wait_key do update set count = r.count + excluded.count""";

    private final Map<Key, Tally> deltas = new LinkedHashMap<>();

    @Override
    public void add(Fact fact) {
        fact.figures()
                .forEach(figure -> deltas.computeIfAbsent(new Key(fact.branchId(), figure.key()), unused -> new Tally())
                        .add(figure.adds()));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Rows rows =
                new Rows("uuid date int2 uuid uuid uuid int8 int8 int8 int8 int8 int8 int8 int8 int8 int8 int8 int8");
        Rows waits = new Rows("uuid date int2 uuid uuid uuid int4 int8");
        deltas.forEach((key, delta) -> {
            addCounts(rows, key, delta.counts());
            addWaits(waits, key, delta);
        });
        if (!rows.isEmpty()) {
            rows.send(connection, ADD);
        }
        if (!waits.isEmpty()) {
            waits.send(connection, ADD_WAITS);
        }
    }

    private static void addCounts(Rows rows, Key key, Tally.Counts c) {
        FigureKey figure = key.figure;
        rows.add(
                key.branchId,
                figure.date(),
                figure.hour(),
                figure.productId(),
                figure.userId(),
                figure.workPlaceId(),
                c.issued(),
                c.completed(),
                c.rejected(),
                c.cancelled(),
                c.redirected(),
                c.expired(),
                c.waitSumSeconds(),
                c.waitCount(),
                c.maxWaitSeconds(),
                c.withinTarget(),
                c.serviceSumSeconds(),
                c.serviceCount());
    }

    private static void addWaits(Rows waits, Key key, Tally delta) {
        FigureKey figure = key.figure;
        delta.waitBuckets()
                .forEach((bucket, count) -> waits.add(
                        key.branchId,
                        figure.date(),
                        figure.hour(),
                        figure.productId(),
                        figure.userId(),
                        figure.workPlaceId(),
                        bucket,
                        count));
    }
}
