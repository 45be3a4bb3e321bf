package org.talon.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talon.network.NetworkPlan;
import org.talon.network.Ports;

/** One branch's part in a replay. */
record Part(NetworkPlan.Branch branch, Set<String> operators, List<Action> actions) {

    static List<Part> of(Trace trace, int branches, @Nullable LeftOut leftOut) {
        List<Trace> hands = trace.dealtOver(branches);
        List<Integer> ports = Ports.free(hands.size());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < hands.size(); i++) {
            parts.add(of(i + 1, ports.get(i), hands.get(i), trace.services(), leftOut));
        }
        return parts;
    }

    private static Part of(int number, int port, Trace hand, Set<String> services, @Nullable LeftOut leftOut) {
        UUID id = UUID.nameUUIDFromBytes(("replay/" + number).getBytes(StandardCharsets.UTF_8));
        String name = "branch " + number;
        Set<String> operators = hand.operators();
        String catalogue = ReplayCatalogue.of(id, name, services, operators);
        List<Action> actions = Timeline.of(hand).stream()
                .filter(action -> leftOut == null || !leftOut.leavesOut(action))
                .toList();
        return new Part(new NetworkPlan.Branch(id, name, port, catalogue), operators, actions);
    }

    long firstSecond() {
        return actions.getFirst().second();
    }

    long lastSecond() {
        return actions.getLast().second();
    }

    /** Events that the centre must get to know: an action is one event, save those that begin with an invitation. */
    long events() {
        return actions.stream()
                .mapToLong(action -> switch (action.kind()) {
                    case ISSUE, CANCEL, COMPLETE -> 1;
                    case START -> 2;
                    case SERVE_AT_ONCE -> 3;
                })
                .sum();
    }
}
