package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.talon.branch.catalogue.CatalogueOfTests;
import org.talon.local.testing.TalonTestBackend;
import org.talon.local.testing.TestPostgres;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.EventLog;

/** The outbox of a branch that does not run, in a database of its own. */
final class OwnOutbox implements AutoCloseable {

    static final int MANY = 10_000;

    final AgroalDataSource database;
    final OutboxLog log;
    final OutboxMonths months;
    private final RelayLock lock;
    private final DigestTable digests;

    private OwnOutbox(AgroalDataSource database) throws Exception {
        this.database = database;
        CatalogueOfTests catalogue = CatalogueOfTests.at(Clock.systemUTC());
        lock = new RelayLock(database);
        digests = new DigestTable(database);
        months = new OutboxMonths(database);
        log = new OutboxLog(
                database,
                new OutboxEpochs(database, UUID::randomUUID, Clock.systemUTC()),
                lock,
                catalogue.current(),
                catalogue.calendar(),
                new EventCodec(),
                Clock.systemUTC());
        assertThat(lock.isHeld()).isTrue();
    }

    static OwnOutbox empty() throws Exception {
        AgroalDataSource database = newDatabase();
        migrate(database, 0, Integer.MAX_VALUE);
        return new OwnOutbox(database);
    }

    /** A branch that ran before this version, and is started with this one. */
    static OwnOutbox after(int version, String... sql) throws Exception {
        AgroalDataSource database = newDatabase();
        migrate(database, 0, version);
        for (String statement : sql) {
            run(database, statement);
        }
        migrate(database, version + 1, Integer.MAX_VALUE);
        return new OwnOutbox(database);
    }

    private static AgroalDataSource newDatabase() throws Exception {
        TestPostgres postgres = TalonTestBackend.postgres();
        return AgroalDataSource.from(new AgroalPropertiesReader()
                .readProperties(Map.of(
                        "jdbcUrl",
                        postgres.newDatabase(),
                        "maxSize",
                        "5",
                        "principal",
                        postgres.username(),
                        "credential",
                        postgres.password()))
                .get());
    }

    /** As Flyway does, in the order of the versions. */
    private static void migrate(AgroalDataSource database, int from, int to) throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.filter(file -> version(file) >= from && version(file) <= to)
                    .sorted(Comparator.comparingInt(OwnOutbox::version))
                    .toList()) {
                run(database, Files.readString(file));
            }
        }
    }

    private static int version(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    void months(String first, int many) throws Exception {
        for (int month = 0; month < many; month++) {
            months.make(LocalDate.parse(first).plusMonths(month));
        }
    }

    UUID append(Instant at) throws Exception {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)"
                                + " values (?, 'ForTest', 1, ?, ?, 0, '{}')")) {
            OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
            statement.setObject(1, id);
            statement.setObject(2, moment);
            statement.setObject(3, moment.toLocalDate());
            statement.executeUpdate();
        }
        return id;
    }

    /** A window of its own. */
    void sealed(String... at) throws Exception {
        for (String moment : at) {
            append(Instant.parse(moment));
        }
        log.seal();
    }

    /** Kafka has all that is numbered. */
    void acknowledged() throws Exception {
        EventLog.State state = log.state();
        log.acknowledge(state.epoch(), state.sealedSeq());
    }

    /** All that is numbered is in the digests of its days. */
    void counted() throws Exception {
        EventLog.State state = log.state();
        long counted = digests.countedTo(state.epoch());
        digests.count(state.epoch(), counted, log.read(state.epoch(), counted + 1, MANY));
    }

    List<UUID> ids(int epoch, long from) throws Exception {
        return log.read(epoch, from, MANY).stream().map(EventEnvelope::eventId).toList();
    }

    void run(String sql) throws Exception {
        run(database, sql);
    }

    private static void run(AgroalDataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        lock.release();
        database.close();
    }
}
