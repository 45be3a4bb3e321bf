package org.talon.branch.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.talon.shared.http.StreamWatch;

/** Keeps every board that watches up to date, whichever process of the branch made a change. */
@ApplicationScoped
class BoardWatch {

    private final BoardStreams streams;
    private final Boards boards;
    private final ObjectMapper json;
    private final StreamWatch watch;

    BoardWatch(BoardStreams streams, Boards boards, CalledVisitors visitors, ObjectMapper json) {
        this.streams = streams;
        this.boards = boards;
        this.json = json;
        this.watch = new StreamWatch("board-watch", streams, () -> show(visitors.newestCallFirst()));
    }

    void onStart(@Observes StartupEvent start) {
        watch.start();
    }

    void beforeStop(@Observes ShutdownDelayInitiatedEvent stop) {
        watch.endStreams();
    }

    void onStop(@Observes ShutdownEvent stop) {
        watch.stop();
    }

    private void show(List<CalledVisitor> called) {
        Map<String, Optional<String>> states = new HashMap<>();
        streams.forEach((clientId, events) -> states.computeIfAbsent(clientId, board -> stateOf(board, called))
                .ifPresentOrElse(events::show, () -> streams.end(clientId)));
    }

    /** Empty where the board left the catalogue. */
    private Optional<String> stateOf(String clientId, List<CalledVisitor> called) {
        return boards.find(clientId).map(board -> written(boards.shownOn(board, called)));
    }

    private String written(List<NotificationView> notifications) {
        try {
            return json.writeValueAsString(notifications);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
