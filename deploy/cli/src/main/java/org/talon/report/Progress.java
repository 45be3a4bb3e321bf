package org.talon.report;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long task has come: a bar on a terminal, a line at every tenth elsewhere. May be stepped by several threads. */
public final class Progress implements AutoCloseable {
    private static final int LINES = 10;

    private final String task;
    private final long total;
    private final PrintWriter out;
    private final AtomicLong done = new AtomicLong();
    private final @Nullable ProgressBar bar;

    public Progress(String task, long total, PrintWriter out) {
        this.task = task;
        this.total = total;
        this.out = out;
        this.bar = onTerminal() ? bar(task, total) : null;
    }

    @SuppressWarnings("SystemConsoleNull") // the program chooses the console that is null without a person
    private static boolean onTerminal() {
        return System.console() != null;
    }

    public void step() {
        long now = done.incrementAndGet();
        if (bar != null) {
            bar.step();
        } else if (now * LINES / total > (now - 1) * LINES / total) {
            out.println(task + ": " + now + " of " + total);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .showSpeed()
                .build();
    }
}
