package org.talon.planted;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/** Plants a mistake into the server in which it runs, or ends the server: one that runs without it would show nothing. */
public final class Agent implements ClassFileTransformer {
    private static final int NOT_PLANTED = 70;

    private final List<Change> changes;

    private Agent(List<Change> changes) {
        this.changes = changes;
    }

    /** Called by the virtual machine before the server's own start. */
    public static void premain(String mistake, Instrumentation machine) {
        machine.addTransformer(new Agent(Mistake.valueOf(mistake).changes()));
    }

    @Override
    @SuppressWarnings("SystemOut") // nothing else is there yet
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] former) {
        String target = name == null ? "" : name.replace('/', '.');
        List<Change> here = changes.stream()
                .filter(change -> change.target().equals(target))
                .toList();
        try {
            return here.isEmpty() ? null : changed(here, former, ClassFileLocator.ForClassLoader.of(loader));
        } catch (RuntimeException | Error notPlanted) {
            // The machine would pass over it.
            System.err.println("ERROR: the mistake cannot be planted: " + notPlanted);
            Runtime.getRuntime().halt(NOT_PLANTED);
            throw notPlanted;
        }
    }

    private static byte[] changed(List<Change> changes, byte[] former, ClassFileLocator surroundings) {
        byte[] now = former;
        for (Change change : changes) {
            now = change.of(now, surroundings);
        }
        return now;
    }
}
