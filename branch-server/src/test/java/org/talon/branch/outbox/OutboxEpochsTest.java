package org.talon.branch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talon.branch.catalogue.CatalogueOfTests;
import org.talon.local.testing.TalonTestBackend;
import org.talon.local.testing.TestPostgres;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.federation.Message.Place;

/** A new epoch keeps what is kept as it was numbered, and numbers all else anew: nothing is lost, nothing comes twice. */
class OutboxEpochsTest {

    private static final int MANY = 100;

    private final EventCodec codec = new EventCodec();
    private AgroalDataSource database;
    private OutboxEpochs epochs;
    private RelayLock lock;
    private OutboxLog log;

    @BeforeEach
    void an_empty_database() throws Exception {
        TestPostgres postgres = TalonTestBackend.postgres();
        String url = postgres.newDatabase();
        database = AgroalDataSource.from(new AgroalPropertiesReader()
                .readProperties(Map.of(
                        "jdbcUrl",
                        url,
                        "maxSize",
                        "5",
                        "principal",
                        postgres.username(),
                        "credential",
                        postgres.password()))
                .get());
        migrate();
        CatalogueOfTests catalogue = CatalogueOfTests.at(Clock.systemUTC());
        epochs = new OutboxEpochs(database, UUID::randomUUID, Clock.systemUTC());
        lock = new RelayLock(database);
        log = new OutboxLog(
                database, epochs, lock, catalogue.current(), catalogue.calendar(), codec, Clock.systemUTC());
        assertThat(lock.isHeld()).isTrue();
    }

    @AfterEach
    void the_end() {
        lock.release();
        database.close();
    }

    @Test
    void what_is_kept_stays_and_what_is_not_is_numbered_anew() throws Exception {
        // Given
        sealed("a", "b");
        log.acknowledge(1, 2);
        sealed("c");
        appended("d");
        // When
        log.beginEpoch(2, 2);
        // Then
        assertThat(types(log.read(1, 1, MANY))).containsExactly("a", "b");
        assertThat(log.state().epoch()).isEqualTo(2);
        assertThat(log.state().sealedSeq()).isEqualTo(1);
        assertThat(log.state().acknowledgedSeq()).isZero();
        // When
        log.seal();
        sealed("e");
        // Then
        List<EventEnvelope> numbered = log.read(2, 1, MANY);
        assertThat(types(numbered)).containsExactly("EpochBegan", "c", "d", "e");
        assertThat(numbered).extracting(EventEnvelope::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(codec.event(numbered.getFirst())).get().isInstanceOfSatisfying(EpochBegan.class, began -> {
            assertThat(began.previousEpoch()).isEqualTo(1);
            assertThat(began.lastSeq()).isEqualTo(2);
        });
        assertThat(log.read(2, 1, MANY)).isEqualTo(numbered);
        assertThat(types(log.read(2, 3, 1))).containsExactly("d");
        assertThat(log.ended()).containsExactly(new Place(1, 2));
    }

    @Test
    void numbers_are_kept_by_whole_windows() throws Exception {
        sealed("a");
        sealed("b", "c");

        log.beginEpoch(2, 2);

        assertThat(log.ended()).containsExactly(new Place(1, 1));
        log.seal();
        assertThat(types(log.read(2, 1, MANY))).containsExactly("EpochBegan", "b", "c");
    }

    @Test
    void an_epoch_of_which_nothing_is_kept_is_as_if_it_had_never_been() throws Exception {
        // Given
        sealed("a");
        log.acknowledge(1, 1);
        log.beginEpoch(2, 1);
        sealed("b");
        // When
        log.beginEpoch(4, 0);
        // Then
        assertThat(log.ended()).containsExactly(new Place(1, 1));
        log.seal();
        assertThat(types(log.read(4, 1, MANY))).containsExactly("EpochBegan", "b");
        assertThat(log.read(2, 1, MANY)).isEmpty();
    }

    @Test
    void an_epoch_that_has_begun_does_not_begin_again() throws Exception {
        sealed("a");
        log.beginEpoch(2, 1);

        log.beginEpoch(2, 0);

        assertThat(log.ended()).containsExactly(new Place(1, 1));
    }

    @Test
    void a_database_that_was_made_from_a_dump_goes_on_although_its_transactions_are_numbered_from_the_beginning()
            throws Exception {
        // Given: rows of another cluster, which had come further
        sealed("a", "b");
        log.acknowledge(1, 2);
        appended("c");
        run("update outbox set tx = (tx::text::bigint + 1000000000)::text::xid8");
        run("update outbox_window set to_tx = (to_tx::text::bigint + 1000000000)::text::xid8");
        // When
        epochs.onStart(new StartupEvent());
        sealed("d");
        // Then
        assertThat(types(log.read(1, 1, MANY))).containsExactly("a", "b");
        assertThat(types(log.read(2, 1, MANY))).containsExactly("EpochBegan", "c", "d");
        // When: it is started again
        epochs.onStart(new StartupEvent());
        // Then
        assertThat(log.state().epoch()).isEqualTo(2);
    }

    /** As Flyway does, in the order of the versions. */
    private void migrate() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.sorted(Comparator.comparingInt(OutboxEpochsTest::version))
                    .toList()) {
                run(Files.readString(file));
            }
        }
    }

    private static int version(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    @Test
    void a_database_made_from_a_dump_twice_loses_nothing_although_its_first_new_epoch_is_dropped() throws Exception {
        // Given
        sealed("a", "b");
        log.acknowledge(1, 2);
        run("update outbox set tx = (tx::text::bigint + 1000000000)::text::xid8");
        run("update outbox_window set to_tx = (to_tx::text::bigint + 1000000000)::text::xid8");
        epochs.onStart(new StartupEvent());
        sealed("c");
        appended("d");
        // When: Kafka has another epoch 2 already
        log.beginEpoch(3, 0);
        log.seal();
        // Then
        assertThat(types(log.read(1, 1, MANY))).containsExactly("a", "b");
        assertThat(types(log.read(3, 1, MANY))).containsExactly("EpochBegan", "c", "d");
        assertThat(log.ended()).containsExactly(new Place(1, 2));
    }

    private void sealed(String... types) throws Exception {
        appended(types);
        log.seal();
    }

    private void appended(String... types) throws Exception {
        for (String type : types) {
            run("insert into outbox (event_id, type, version, occurred_at, business_date, business_hour, data)"
                    + " values (gen_random_uuid(), '" + type + "', 1, now(), current_date, 0, '{}')");
        }
    }

    private void run(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> types(List<EventEnvelope> events) {
        return events.stream().map(EventEnvelope::type).toList();
    }
}
