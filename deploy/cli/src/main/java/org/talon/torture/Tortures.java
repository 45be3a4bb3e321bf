package org.talon.torture;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talon.network.TalonHome;
import org.talon.report.JsonFile;
import org.talon.report.Table;

/** Every mistake in turn, each in a network of its own: the torture must find all of them. */
public final class Tortures {
    private final TorturePlan plan;
    private final PrintWriter out;
    private final TalonHome home = TalonHome.find();

    public Tortures(TorturePlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * A planted flaw.
     *
     * @param storms how many it took; null where none of them showed it
     */
    private record Found(
            Flaw flaw,
            String what,
            @Nullable Integer storms,
            long seconds,
            @Nullable String shown) {}

    /** Whether each was found. */
    public boolean run() {
        JsonFile.require(plan.json());
        for (Flaw flaw : Flaw.values()) {
            flaw.requireFits(home.root());
        }
        List<Found> found = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            found.add(find(flaw));
            tell(found.getLast());
        }
        Table table = new Table(List.of("Planted flaw", "What is wrong", "Storms", "Seconds", "By what"));
        found.forEach(one ->
                table.row(one.flaw.name(), one.what, one.storms == null ? "-" : one.storms, one.seconds, shown(one)));
        out.println();
        out.println(table);
        out.println();
        JsonFile.write(plan.json(), found);
        long missed = found.stream().filter(one -> one.storms == null).count();
        out.printf(
                Locale.ROOT,
                "torture %s: %d of %d planted flaws found, within %d minutes each%n",
                missed == 0 ? "holds" : "does NOT hold",
                found.size() - missed,
                found.size(),
                plan.time().toMinutes());
        out.flush();
        return missed == 0;
    }

    private Found find(Flaw flaw) {
        long began = System.nanoTime();
        Torture.Outcome outcome = new Torture(plan.planting(flaw), new PrintWriter(Writer.nullWriter())).look();
        long seconds = Math.round((System.nanoTime() - began) / 1e9);
        String broken = outcome.broken();
        return new Found(flaw, flaw.what(), broken == null ? null : outcome.storms(), seconds, broken);
    }

    private void tell(Found one) {
        out.println(one.flaw + ": " + shown(one) + (one.storms == null ? "" : ", by storm " + one.storms) + ", "
                + one.seconds + " s");
        out.flush();
    }

    private static String shown(Found one) {
        return one.shown == null ? "NOT FOUND" : one.shown;
    }
}
