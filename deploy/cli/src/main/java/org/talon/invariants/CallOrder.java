package org.talon.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.talon.invariants.HallDatabase.Happened;

/**
 * Whether those of one service and priority were called in the order in which they had come. Only tickets of one service
 * are compared, by their first call, for the others may be at another desk meanwhile. While one desk is about to call
 * somebody, another does not wait for it but calls the next one: so whoever is passed over must be the very next whom
 * the desk that calls him calls at all. What a process that was killed was about to do is let go, and is not counted.
 *
 * @param calls of anybody
 * @param compared first calls that were looked at
 * @param outOfOrder how many of them came too late
 */
record CallOrder(long calls, long compared, long outOfOrder) {

    private record Key(String service, int priority) {}

    /** One who waits: by moment and then by id, as the branch orders them. */
    private record Place(Key key, Instant at, String id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::at).thenComparing(Place::id).compare(this, other);
        }
    }

    static CallOrder of(List<Happened> events, List<Instant> kills) {
        return new Walk(kills).through(events);
    }

    private static final class Walk {
        /** Longer than a call takes. */
        private static final Duration ABOUT_TO = Duration.ofSeconds(3);

        private final List<Instant> kills;
        private final Map<String, Place> places = new HashMap<>();
        private final Map<Key, NavigableSet<Place>> waiting = new HashMap<>();
        /** Whoever was passed over, with the desks that have called somebody else since. */
        private final Map<String, Set<String>> passedOver = new HashMap<>();

        private long calls;
        private long compared;
        private long outOfOrder;

        private Walk(List<Instant> kills) {
            this.kills = kills;
        }

        CallOrder through(List<Happened> events) {
            for (Happened event : events) {
                switch (event.type()) {
                    case "TicketIssued" -> issued(event.data());
                    case "VisitorInvited" -> invited(event.data());
                    default -> {}
                }
            }
            return new CallOrder(calls, compared, outOfOrder);
        }

        private void issued(JsonNode ticket) {
            if (ticket.path("Products").size() == 1) {
                JsonNode only = ticket.path("Products").path(0);
                String id = only.path("TicketProductId").asText();
                Key key = new Key(
                        only.path("ProductId").asText(), only.path("Priority").asInt());
                Place place = new Place(key, Instant.parse(ticket.path("At").asText()), id);
                places.put(id, place);
                waiting.computeIfAbsent(key, any -> new TreeSet<>()).add(place);
            }
        }

        private void invited(JsonNode call) {
            calls++;
            String id = call.path("TicketProductId").asText();
            String desk = call.path("WorkPlaceId").asText();
            Set<String> others = passedOver.remove(id);
            passedOver.values().forEach(desks -> desks.add(desk));
            Place place = places.remove(id);
            if (place != null) {
                compared++;
                outOfOrder += others != null && others.contains(desk) ? 1 : 0;
                passOver(place, desk, Instant.parse(call.path("At").asText()));
            }
        }

        private void passOver(Place called, String desk, Instant at) {
            NavigableSet<Place> line = waiting.getOrDefault(called.key, new TreeSet<>());
            line.remove(called);
            if (kills.stream()
                    .noneMatch(kill -> Duration.between(at, kill).abs().compareTo(ABOUT_TO) < 0)) {
                line.headSet(called)
                        .forEach(earlier -> passedOver
                                .computeIfAbsent(earlier.id, any -> new HashSet<>())
                                .add(desk));
            }
        }
    }
}
