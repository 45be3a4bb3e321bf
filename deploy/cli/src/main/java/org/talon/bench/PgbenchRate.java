package org.talon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talon.local.LocalPostgres;
import org.talon.report.CannotRun;

/** Tickets per second that PostgreSQL alone takes: pgbench sends the statements of an issue, and nobody thinks between them. */
final class PgbenchRate {
    private static final Pattern INSERT = Pattern.compile("\\Ainsert into (\\w+) \\(([^)]*)\\)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Path folder;
    private final URI database;
    private final int connections;
    private final List<Path> scripts;

    private PgbenchRate(Path folder, URI database, int connections, List<Path> scripts) {
        this.folder = folder;
        this.database = database;
        this.connections = connections;
        this.scripts = scripts;
    }

    static void requireProgram() {
        run(List.of("pgbench", "--version"), Path.of("."));
    }

    /** One script for each service that the branch has issued tickets for. */
    static PgbenchRate on(String jdbcUrl, int connections, Database branch, Path folder) {
        String data = branch.column("select data from outbox where type = 'TicketIssued' limit 1")
                .getFirst();
        List<String> services = branch.column(
                "select distinct p.product_id || ' ' || t.prefix from ticket_product p join ticket t on t.id = p.ticket_id");
        List<Path> scripts = new ArrayList<>();
        try {
            String template = template();
            for (String service : services) {
                String[] idAndPrefix = service.split(" ");
                Path script = folder.resolve("issue-" + idAndPrefix[1] + ".sql");
                scripts.add(Files.writeString(
                        script,
                        template.replace("${product}", idAndPrefix[0])
                                .replace("${prefix}", idAndPrefix[1])
                                .replace("${data}", data.replace("'", "''"))));
            }
        } catch (IOException e) {
            throw new CannotRun("pgbench's scripts cannot be written: " + e.getMessage(), e);
        }
        return new PgbenchRate(folder, URI.create(jdbcUrl.substring("jdbc:".length())), connections, scripts);
    }

    /** A limit is one only as long as it is told the same as the database of the branch. */
    static void requireSameAs(List<String> statementsOfABranch) {
        List<String> theirs =
                statementsOfABranch.stream().map(PgbenchRate::shape).toList();
        if (!theirs.equals(shapes())) {
            throw new CannotRun("an issue is now " + theirs + ", but the script for pgbench still says " + shapes()
                    + "; mend issue.sql first");
        }
    }

    /** What the scripts send, each statement by its first words, an insert by its table and columns. */
    static List<String> shapes() {
        String statements = template().replaceAll("(?m)^\\\\set .*$", "");
        return Arrays.stream(statements.split(";\\n|\\\\gset\\n", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(PgbenchRate::shape)
                .toList();
    }

    private static String shape(String statement) {
        Matcher insert = INSERT.matcher(statement);
        if (insert.find()) {
            return "insert into " + insert.group(1) + " "
                    + Arrays.stream(insert.group(2).split(","))
                            .map(String::strip)
                            .sorted()
                            .toList();
        }
        int words = statement.startsWith("select") ? 4 : 3;
        return Arrays.stream(statement.split("\\s+", -1)).limit(words).collect(Collectors.joining(" "));
    }

    double over(int seconds) {
        List<String> command = new ArrayList<>(List.of("pgbench", "--no-vacuum", "--protocol=prepared"));
        command.addAll(List.of("-c", String.valueOf(connections), "-j", "2", "-T", String.valueOf(seconds)));
        command.addAll(List.of("-h", database.getHost(), "-p", String.valueOf(database.getPort())));
        command.addAll(List.of("-U", LocalPostgres.USERNAME));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        command.add(database.getPath().substring(1));
        String said = run(command, folder);
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new CannotRun("pgbench did not measure: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static String run(List<String> command, Path folder) {
        try {
            ProcessBuilder pgbench =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            pgbench.environment().put("PGPASSWORD", LocalPostgres.PASSWORD);
            Process process = pgbench.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotRun("pgbench failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new CannotRun("pgbench is not on the PATH; install PostgreSQL's client programs to run this", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while measuring", e);
        }
    }

    private static String template() {
        try (InputStream sql = PgbenchRate.class.getResourceAsStream("issue.sql")) {
            if (sql == null) {
                throw new IllegalStateException("issue.sql is not in the program");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
