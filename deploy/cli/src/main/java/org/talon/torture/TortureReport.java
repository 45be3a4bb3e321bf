package org.talon.torture;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.talon.report.Finding;
import org.talon.report.Findings;
import org.talon.report.JsonFile;
import org.talon.report.Table;
import org.talon.torture.QuietPoint.Found;

/** What was broken, and what was found at the quiet points. */
final class TortureReport {
    private final TorturePlan plan;
    private final PrintWriter out;
    private final List<Found> quiet = new ArrayList<>();
    private Map<String, Integer> faults = Map.of();
    private long calls;
    private List<String> failures = List.of();

    TortureReport(TorturePlan plan, PrintWriter out) {
        JsonFile.require(plan.json());
        this.plan = plan;
        this.out = out;
    }

    void add(Found found) {
        quiet.add(found);
        out.println(
                found.isExact()
                        ? String.format(
                                Locale.ROOT,
                                "all exact %.1f s after the last heal, %d events",
                                found.seconds(),
                                found.events())
                        : "NOT exact: " + found.lacks());
        out.flush();
    }

    void add(Map<String, Integer> struck, List<Hall> halls) {
        faults = new TreeMap<>(struck);
        calls = halls.stream().mapToLong(hall -> hall.acknowledged().calls()).sum();
        failures = halls.stream().flatMap(hall -> hall.failures().stream()).toList();
    }

    /** @return whether everything holds */
    boolean print() {
        Table struck = new Table(List.of("fault", "times"));
        faults.forEach(struck::row);
        Findings findings = findings();
        out.println();
        out.println(struck);
        out.println();
        out.println(findings.table());
        failures.forEach(failure -> out.println("failed: " + failure));
        out.println();
        out.println(findings.sum(
                "after " + faults() + " faults and " + calls + " acknowledged calls, the invariants",
                "the databases say"));
        out.flush();
        JsonFile.write(
                plan.json(),
                Map.of(
                        "Holds", findings.hold(),
                        "Seed", plan.seed(),
                        "Faults", faults,
                        "QuietPoints", quiet,
                        "Findings", findings.all()));
        return findings.hold();
    }

    /** The first invariant that does not hold so far, and what was found; null where all do. */
    @Nullable String broken() {
        return findings().all().stream()
                .filter(finding -> !finding.holds())
                .findFirst()
                .map(finding -> finding.invariant() + ": " + finding.found())
                .orElse(null);
    }

    int storms() {
        return quiet.size();
    }

    private int faults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Findings findings() {
        double slowest = quiet.stream().mapToDouble(Found::seconds).max().orElse(Double.POSITIVE_INFINITY);
        String told = last(Found::told) + " services";
        String events = last(Found::events) + " events";
        return new Findings(List.of(
                new Finding(
                        "exact so soon after the last heal",
                        slowest == Double.POSITIVE_INFINITY ? "never" : String.format(Locale.ROOT, "%.1f s", slowest),
                        "at most " + QuietPoint.LIMIT.toSeconds() + " s",
                        slowest <= QuietPoint.LIMIT.toSeconds()),
                Finding.none("services that are not as their callers were told", worst(Found::notAsTold), told),
                Finding.none("events that only branch or centre has", worst(Found::differentEvents), events),
                Finding.none("services that differ in branch and centre", worst(Found::differentServices), told),
                Finding.none("figures of today that differ", worst(Found::differentFigures), "each quiet point"),
                Finding.none("claims of the centre that were not true", worst(Found::untrueClaims), "each quiet point"),
                Finding.none("numbers acknowledged while Kafka was dead", worst(Found::madeUp), events),
                Finding.none("times Kafka was told of what was not stored", worst(Found::toldAhead), "all looks"),
                Finding.none("calls that failed", failures.size(), calls + " calls")));
    }

    private long worst(ToLongFunction<Found> of) {
        return quiet.stream().mapToLong(of).max().orElse(-1);
    }

    private long last(ToLongFunction<Found> of) {
        return quiet.isEmpty() ? 0 : of.applyAsLong(quiet.getLast());
    }
}
