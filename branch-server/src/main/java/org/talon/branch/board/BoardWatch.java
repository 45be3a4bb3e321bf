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
import org.jboss.logging.Logger;

/**
 * Shows every board that watches what is true now: at once when it arrives, and a rest after a change at the latest,
 * whichever process of the branch made it. It looks at the database once for all boards, and not at all while none
 * watches.
 */
@ApplicationScoped
class BoardWatch {

    private static final Logger LOG = Logger.getLogger(BoardWatch.class);

    private final BoardStreams streams;
    private final Boards boards;
    private final CalledVisitors visitors;
    private final ObjectMapper json;
    private final Thread thread = new Thread(this::run, "board-watch");
    private volatile boolean stopping;
    private boolean failing;

    BoardWatch(BoardStreams streams, Boards boards, CalledVisitors visitors, ObjectMapper json) {
        this.streams = streams;
        this.boards = boards;
        this.visitors = visitors;
        this.json = json;
    }

    void onStart(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    /** Streams never end by themselves: calls that have begun would be waited for in vain. */
    void beforeStop(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        streams.endAll();
    }

    void onStop(@Observes ShutdownEvent stop) {
        stopping = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!stopping) {
                streams.awaitNextLook();
                look();
                streams.tend();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("the watch was told to stop");
        }
    }

    private void look() {
        try {
            show(visitors.newestCallFirst());
            if (failing) {
                LOG.info("boards show what is true again");
                failing = false;
            }
        } catch (RuntimeException failed) {
            if (!failing && !stopping) {
                LOG.warnf("boards show the past for now: %s", failed);
                failing = true;
            }
        }
    }

    private void show(List<CalledVisitor> called) {
        Map<String, Optional<String>> states = new HashMap<>();
        streams.forEach(stream -> states.computeIfAbsent(stream.clientId(), board -> stateOf(board, called))
                .ifPresentOrElse(stream.events()::show, () -> streams.end(stream)));
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
