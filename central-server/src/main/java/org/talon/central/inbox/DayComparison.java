package org.talon.central.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.DayDigest.Sums;
import org.talon.shared.event.EventSum;

/** A date as its branch says it is, and as it is here. */
record DayComparison(DayDigest said, EventSum events, Sums figures) {

    private static final String EVENTS = "events";
    private static final String OTHERS = "as many events, but not the same";
    private static final String AND = "; ";

    /** Whether a difference that was found before is one of figures too, and not of events alone. */
    static boolean namesFigures(String difference) {
        return Stream.of(difference.split(AND))
                .anyMatch(part -> !part.equals(OTHERS) && !part.startsWith(EVENTS + " "));
    }

    /** What is not the same, for a person; null where all is. */
    @Nullable String difference() {
        List<String> differences = new ArrayList<>();
        compare(EVENTS, events.events(), said.events(), differences);
        if (differences.isEmpty() && !events.hashText().equals(said.hash())) {
            differences.add(OTHERS);
        }
        Sums branch = said.sums();
        if (branch != null) {
            compare(branch, differences);
        }
        return differences.isEmpty() ? null : String.join(AND, differences);
    }

    private void compare(Sums branch, List<String> differences) {
        compare("Issued", figures.issued(), branch.issued(), differences);
        compare("Completed", figures.completed(), branch.completed(), differences);
        compare("Rejected", figures.rejected(), branch.rejected(), differences);
        compare("Cancelled", figures.cancelled(), branch.cancelled(), differences);
        compare("Redirected", figures.redirected(), branch.redirected(), differences);
        compare("Expired", figures.expired(), branch.expired(), differences);
        compare("WaitSumSeconds", figures.waitSumSeconds(), branch.waitSumSeconds(), differences);
        compare("WaitCount", figures.waitCount(), branch.waitCount(), differences);
        compare("WithinTarget", figures.withinTarget(), branch.withinTarget(), differences);
        compare("ServiceSumSeconds", figures.serviceSumSeconds(), branch.serviceSumSeconds(), differences);
        compare("ServiceCount", figures.serviceCount(), branch.serviceCount(), differences);
    }

    private static void compare(String what, long here, long there, List<String> differences) {
        if (here != there) {
            differences.add(what + " " + here + ", the branch says " + there);
        }
    }
}
