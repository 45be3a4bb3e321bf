package org.talon.central.statistics;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talon.central.identity.Analyst;
import org.talon.central.inbox.RandomHall;
import org.talon.central.inbox.TestBranch;
import org.talon.local.testing.TalonTestBackend;
import org.talon.shared.event.BranchEvent;

/** Who adds up the tickets of a hall where all happens that may comes to the figures that the network shows of it. */
@QuarkusTest
@QuarkusTestResource(TalonTestBackend.class)
class TicketsBehindFiguresTest {

    private static final Instant MORNING = Instant.parse("2026-09-01T05:00:00Z");
    private static final List<String> ENDS = List.of("Completed", "Rejected", "Cancelled", "Redirected", "Expired");

    static Stream<Long> seeds() {
        return RandomHall.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sums_over_the_tickets_are_the_figures_of_each_service(long seed) {
        // Given
        TestBranch branch = TestBranch.known("Added up", MORNING);
        RandomHall hall = new RandomHall(new Random(seed), MORNING);
        for (int piece = 0; piece < 10; piece++) {
            branch.tells(hall.happens(60).toArray(BranchEvent[]::new));
        }
        // When
        Map<String, Map<String, @Nullable Long>> sums = new TreeMap<>();
        services(branch).stream()
                .collect(groupingBy(service -> (String) service.get("ProductId")))
                .forEach((product, services) -> sums.put(product, sums(services)));
        // Then
        assertThat(sums)
                .hasSize(3)
                .isEqualTo(figures(branch, sums.values().iterator().next()));
    }

    private static Map<String, @Nullable Long> sums(List<Map<String, Object>> services) {
        Map<String, @Nullable Long> sums = new TreeMap<>();
        ENDS.forEach(end -> sums.put(
                end,
                services.stream().filter(s -> end.equals(s.get("StateName"))).count()));
        List<Long> waits = services.stream()
                .filter(service -> service.get("InvitedStartTime") != null)
                .map(TicketsBehindFiguresTest::waited)
                .toList();
        LongStream all = waits.stream().mapToLong(Long::longValue);
        sums.put("WaitCount", (long) waits.size());
        sums.put("WaitSumSeconds", all.sum());
        sums.put("MaxWaitSeconds", waits.stream().max(Long::compare).orElse(null));
        sums.put(
                "ServiceCount",
                services.stream().filter(TicketsBehindFiguresTest::wasServed).count());
        return sums;
    }

    /** A booked visitor who came early and was called before his time has not waited. */
    private static long waited(Map<String, Object> service) {
        return Math.max(
                0,
                Duration.between(at(service, "InQueueStartTime"), at(service, "InvitedStartTime"))
                        .toSeconds());
    }

    private static boolean wasServed(Map<String, Object> service) {
        return service.get("OperatingStartTime") != null
                && List.of("Completed", "Redirected").contains(service.get("StateName"));
    }

    private static Instant at(Map<String, Object> service, String key) {
        return Instant.parse(Objects.requireNonNull(service.get(key)).toString());
    }

    /** Page by page. */
    private static List<Map<String, Object>> services(TestBranch branch) {
        List<Map<String, Object>> services = new ArrayList<>();
        String after = "";
        while (after != null) {
            Response page =
                    asked(branch).queryParams("limit", 20, "after", after).get("tickets/history/list");
            services.addAll(page.jsonPath().getList("Products.flatten()"));
            after = page.header("X-Next");
        }
        return services;
    }

    private static Map<String, Map<String, @Nullable Long>> figures(TestBranch branch, Map<String, ?> names) {
        Map<String, Map<String, @Nullable Long>> figures = new TreeMap<>();
        List<Map<String, Object>> rows = asked(branch)
                .queryParam("groupBy", "product")
                .get("queue/statistics/history")
                .jsonPath()
                .getList("");
        rows.forEach(row -> figures.put((String) row.get("ProductId"), figures(row, names)));
        return figures;
    }

    private static Map<String, @Nullable Long> figures(Map<String, Object> row, Map<String, ?> names) {
        Map<String, @Nullable Long> figures = new TreeMap<>();
        names.keySet()
                .forEach(name -> figures.put(name, row.get(name) instanceof Number n ? (Long) n.longValue() : null));
        return figures;
    }

    private static RequestSpecification asked(TestBranch branch) {
        return given().header("Authorization", Analyst.token())
                .queryParams("serverId", branch.id, "startDate", "2026-09-01", "endDate", "2026-09-01");
    }
}
