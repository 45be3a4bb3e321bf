package org.talon.report;

import java.util.List;

/** What was found of all that must hold. */
public record Findings(List<Finding> all) {

    public boolean hold() {
        return all.stream().allMatch(Finding::holds);
    }

    public Table table() {
        Table table = new Table(List.of("invariant", "found", "expected", "holds"));
        all.forEach(f -> table.row(f.invariant(), f.found(), f.expected(), f.holds() ? "yes" : "NO"));
        return table;
    }

    /** In one line, such as "invariants hold: all 13, as the database says". */
    public String sum(String what, String witness) {
        long broken = all.stream().filter(finding -> !finding.holds()).count();
        return hold()
                ? what + " hold: all " + all.size() + ", as " + witness
                : what + " do NOT hold: " + broken + " of " + all.size();
    }
}
