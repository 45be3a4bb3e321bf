package org.talon.central.inbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.shared.event.BranchEvent;
import org.talon.shared.event.BranchIntroduced;
import org.talon.shared.event.BranchIntroduced.Named;
import org.talon.shared.event.DayDigest;
import org.talon.shared.event.EpochBegan;
import org.talon.shared.event.EventCodec;
import org.talon.shared.event.EventEnvelope;
import org.talon.shared.event.EventHash;
import org.talon.shared.event.Heartbeat;
import org.talon.shared.event.LogBegins;
import org.talon.shared.event.ProductCancelled;
import org.talon.shared.event.ServiceCompleted;
import org.talon.shared.event.ServiceStarted;
import org.talon.shared.event.TicketIssued;
import org.talon.shared.event.VisitorInvited;
import org.talon.shared.event.VisitorRejected;
import org.talon.shared.event.WorkPlaceClosed;
import org.talon.shared.event.WorkPlaceOpened;
import org.talon.shared.federation.Message;
import org.talon.shared.federation.MessageReader;
import org.talon.shared.federation.Received;

/** A branch for tests: numbers its events as a branch does, and hands them to the centre's intake, past Kafka. */
public final class TestBranch {

    public final UUID id = UUID.randomUUID();
    public final UUID product = UUID.randomUUID();
    public final UUID workPlace = UUID.randomUUID();
    public final UUID user = UUID.randomUUID();

    private static final EventCodec CODEC = new EventCodec();

    private final ZoneId zone;
    private final List<EventEnvelope> numbered = new ArrayList<>();
    private int epoch = 1;
    private long seq;
    private long offset;

    private TestBranch(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public static TestBranch in(String zone) {
        return new TestBranch(zone);
    }

    /** A branch that has introduced itself to the centre. */
    public static TestBranch known(String name, Instant at) {
        TestBranch branch = in("Europe/Moscow");
        branch.tells(branch.introduction(name, at));
        return branch;
    }

    public BranchIntroduced introduction(String name, Instant at) {
        return introduction(name, EventCodec.PROTOCOL, at);
    }

    public BranchIntroduced introduction(String name, String protocol, Instant at) {
        return new BranchIntroduced(
                name,
                "Bank",
                "The Bank plc",
                "1 Main Street",
                "+7 1",
                null,
                "a@example.org",
                "B1",
                zone.getId(),
                protocol,
                "0.1",
                List.of(new Named(product, "Loans")),
                List.of(new Named(workPlace, "Window 1")),
                List.of(new Named(user, "Anna")),
                at);
    }

    /** A visitor from his ticket to the end, called after {@code waited} and served for {@code served} seconds. */
    public void serves(Instant issuedAt, long waited, long served) {
        UUID ticket = UUID.randomUUID();
        UUID service = UUID.randomUUID();
        Instant called = issuedAt.plusSeconds(waited);
        tells(
                issued(ticket, service, issuedAt),
                invited(ticket, service, waited, called),
                new ServiceStarted(service, ticket, product, workPlace, user, called),
                new ServiceCompleted(service, ticket, product, workPlace, user, served, called.plusSeconds(served)));
    }

    public TicketIssued issued(UUID ticket, UUID service, Instant at) {
        return new TicketIssued(ticket, "A", 1, List.of(new TicketIssued.IssuedProduct(service, product, 0)), at);
    }

    public VisitorInvited invited(UUID ticket, UUID service, long waited, Instant at) {
        return new VisitorInvited(service, ticket, product, workPlace, user, 1, waited, waited <= 900, at);
    }

    public ServiceCompleted completed(UUID ticket, UUID service, long served, Instant at) {
        return new ServiceCompleted(service, ticket, product, workPlace, user, served, at);
    }

    public ProductCancelled cancelled(UUID ticket, UUID service, Instant at) {
        return new ProductCancelled(service, ticket, product, at);
    }

    public VisitorRejected rejected(UUID ticket, UUID service, Instant at) {
        return new VisitorRejected(service, ticket, product, workPlace, user, at);
    }

    public void opensWorkPlace(Instant at) {
        tells(new WorkPlaceOpened(workPlace, user, at));
    }

    public void closesWorkPlace(Instant at) {
        tells(new WorkPlaceClosed(workPlace, user, at));
    }

    public void tells(BranchEvent... events) {
        hands(Arrays.stream(events).map(this::next).map(this::received).toList());
    }

    public void isAlive(Instant at) {
        hands(List.of(received(heartbeat(at))));
    }

    /** Somebody else's hand in the topic. */
    public void garbles(String text) {
        hands(List.of(received(text.getBytes(StandardCharsets.UTF_8))));
    }

    public void sends(EventEnvelope... envelopes) {
        hands(Arrays.stream(envelopes).map(this::received).toList());
    }

    /** The next event in its envelope, numbered. */
    public EventEnvelope next(BranchEvent event) {
        EventEnvelope envelope = inEnvelope(++seq, event);
        numbered.add(envelope);
        return envelope;
    }

    private EventEnvelope inEnvelope(@Nullable Long number, BranchEvent event) {
        ZonedDateTime local = event.at().atZone(zone);
        return new EventEnvelope(
                id,
                epoch,
                number,
                UUID.randomUUID(),
                EventCodec.typeOf(event),
                1,
                event.at(),
                local.toLocalDate(),
                local.getHour(),
                CODEC.data(event));
    }

    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** What a branch would say now of a date, where its records say this. */
    public EventEnvelope digest(LocalDate date, DayDigest.@Nullable Sums sums, Instant at) {
        List<EventEnvelope> ofDate = numbered.stream()
                .filter(event -> event.epoch() == epoch && event.businessDate().equals(date))
                .toList();
        long hash = ofDate.stream().mapToLong(EventHash::of).sum();
        return inEnvelope(null, new DayDigest(date, seq, ofDate.size(), EventHash.text(hash), sums, at));
    }

    /** An event of a type that the centre does not know. */
    public EventEnvelope nextOfTomorrow(String where, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        EventEnvelope envelope = new EventEnvelope(
                id,
                epoch,
                ++seq,
                UUID.randomUUID(),
                "VisitorTeleported",
                1,
                at,
                local.toLocalDate(),
                local.getHour(),
                JsonNodeFactory.instance.objectNode().put("Where", where));
        numbered.add(envelope);
        return envelope;
    }

    public EventEnvelope heartbeat(Instant at) {
        return inEnvelope(null, new Heartbeat(seq, at));
    }

    /** It no longer keeps what came before. */
    public EventEnvelope logBegins(int firstEpoch, long firstSeq, Instant at) {
        return inEnvelope(null, new LogBegins(firstEpoch, firstSeq, at));
    }

    /** Something that is no fact, of a branch that is newer than the centre. */
    public EventEnvelope asideOfTomorrow(Instant at) {
        EventEnvelope beat = heartbeat(at);
        return new EventEnvelope(
                id,
                epoch,
                null,
                UUID.randomUUID(),
                "WeatherReport",
                1,
                at,
                beat.businessDate(),
                beat.businessHour(),
                JsonNodeFactory.instance.objectNode().put("Sky", "blue"));
    }

    /** Its database was restored, and knows nothing any more behind that number of the epoch. */
    public EventEnvelope beginsNewEpoch(long keptSeq, Instant at) {
        int previous = epoch++;
        numbered.removeIf(event -> event.epoch() == previous && event.seq() > keptSeq);
        seq = 0;
        return next(new EpochBegan(previous, keptSeq, at));
    }

    /** Its database was restored, and it does not know it: it gives numbers again that it gave before. */
    public void forgetsAllBehind(long keptSeq) {
        numbered.removeIf(event -> event.epoch() == epoch && event.seq() > keptSeq);
        seq = keptSeq;
    }

    /** All that its records hold. */
    public List<EventEnvelope> numbered() {
        return numbered;
    }

    public byte[] bytes(EventEnvelope envelope) {
        return CODEC.encode(envelope);
    }

    public String topic() {
        return EventEnvelope.topicOf(id);
    }

    Received received(EventEnvelope envelope) {
        return received(CODEC.encode(envelope));
    }

    Received received(byte[] bytes) {
        return new Received(topic(), 0, offset++, bytes);
    }

    static void hands(List<Received> records) {
        MessageReader reader = new MessageReader();
        List<Message> messages = new ArrayList<>();
        records.forEach(record -> messages.add(reader.read(record)));
        CDI.current().select(Intake.class).get().take(messages);
    }
}
