package org.talon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.talon.network.Pause;
import org.talon.report.CannotRun;

/** What a server says to its database, read from PostgreSQL's own log. */
final class StatementLog {
    private static final Pattern LINE =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] LOG:  (?:execute [^:]*|statement): (.*)$");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Path log;

    StatementLog(Path log) {
        this.log = log;
    }

    /** The statements of the connection that did one such thing, in order, each by its first words. */
    List<String> of(Runnable thing, String saysAmongOthers, Database database) {
        long before = size();
        database.execute("alter system set log_statement = 'all'");
        database.execute("select pg_reload_conf()");
        try {
            await(() -> read(before).values().stream().anyMatch(lines -> !lines.isEmpty()));
            thing.run();
            await(() -> !whoSays(saysAmongOthers, before).isEmpty());
            // What follows the statement waited for, up to the answer, is in the log before the answer is.
            return whoSays(saysAmongOthers, before);
        } finally {
            database.execute("alter system reset log_statement");
            database.execute("select pg_reload_conf()");
        }
    }

    private List<String> whoSays(String words, long from) {
        return read(from).values().stream()
                .filter(said -> said.stream().anyMatch(statement -> statement.startsWith(words)))
                .findFirst()
                .map(said -> around(said, words))
                .orElse(List.of());
    }

    /** Connections are shared: of all that one of them says, the transaction meant and what follows it, up to the next. */
    private static List<String> around(List<String> said, String words) {
        int middle = 0;
        while (!said.get(middle).startsWith(words)) {
            middle++;
        }
        int begin = said.subList(0, middle).lastIndexOf("begin");
        List<String> rest = said.subList(Math.max(0, begin), said.size());
        int commit = rest.indexOf("commit");
        return IntStream.range(0, rest.size())
                .takeWhile(i -> i <= commit || commit < 0 || !rest.get(i).equals("begin"))
                .filter(i -> i <= commit || !rest.get(i).contains("outbox_"))
                .mapToObj(rest::get)
                .toList();
    }

    /** By connection, each statement on one line. */
    private Map<String, List<String>> read(long from) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        text(from).replace("\n\t", " ").lines().forEach(line -> {
            Matcher statement = LINE.matcher(line);
            if (statement.matches()) {
                said.computeIfAbsent(statement.group(1), any -> new ArrayList<>())
                        .add(statement.group(2).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
            }
        });
        return said;
    }

    private String text(long from) {
        try {
            byte[] bytes = Files.readAllBytes(log);
            return new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotRun(log + " cannot be read: " + e.getMessage(), e);
        }
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new CannotRun(log + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void await(BooleanSupplier done) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new CannotRun("PostgreSQL's log does not show what a ticket costs");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }
}
